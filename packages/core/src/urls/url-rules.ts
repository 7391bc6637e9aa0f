/** How page URLs are grouped. A parameter name may end in `*`; names are compared without case. */
export interface UrlRules {
  dropParameters: readonly string[];
  dropAllParameters: boolean;
  /** Kept even when a rule above would drop them. */
  keepParameters: readonly string[];
  /** Numeric, UUID and long hexadecimal path parts become `:id`. */
  replaceIds: boolean;
  /** Mail addresses become `:id`. */
  replaceMailAddresses: boolean;
  /** Pages of other hosts are left out; null allows all. */
  hosts: readonly string[] | null;
}

/** Parameters that say how a visitor came, not what was shown. */
const trackingParameters = [
  'utm_*',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'gad_*',
  'srsltid',
  '_ga',
  '_gl',
  'fbclid',
  'msclkid',
  'ttclid',
  'twclid',
  'li_fat_id',
  'igsh',
  'igshid',
  'epik',
  'rdt_cid',
  'sccid',
  'yclid',
  'ysclid',
  '_openstat',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'hsa_*',
  '_hsenc',
  '_hsmi',
  'hsctatracking',
  'vero_id',
  'oly_enc_id',
  'oly_anon_id',
  'irclickid',
  'cjevent',
  '_branch_match_id',
  'wickedid',
  'pk_*',
  'piwik_*',
  'mtm_*',
  'matomo_*',
];

export const defaultUrlRules: UrlRules = {
  dropParameters: trackingParameters,
  dropAllParameters: false,
  keepParameters: [],
  replaceIds: false,
  replaceMailAddresses: true,
  hosts: null,
};
