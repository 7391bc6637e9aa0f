/** What visitors do on a page, as far as its URL shows. */
export type PageKind = 'form' | 'search' | 'other';

/** English, German, French and Spanish, as in the paths of shops. */
const FORM_WORDS = new Set(
  (
    'checkout cart basket payment pay order billing shipping login signin logon register signup join ' +
    'account password contact form apply application booking book reserve quote subscribe newsletter ' +
    'kasse warenkorb bezahlen zahlung bestellen anmelden anmeldung registrieren konto kontakt formular ' +
    'panier paiement commande connexion inscription compte carrito pago pedido registro cuenta contacto'
  ).split(' '),
);
const SEARCH_WORDS = new Set(
  'search results find finder suche suchergebnisse recherche resultats buscar busqueda'.split(' '),
);
const SEARCH_PARAMETERS = new Set(['q', 'query', 's', 'search', 'keyword', 'term']);

/** The kind of a page by the words of its path and the names of its parameters. */
export function pageKind(page: string): PageKind {
  const [address = '', query = ''] = page.split('?', 2);
  const path = URL.parse(address)?.pathname ?? address;
  const words = path.toLowerCase().split(/[^\p{L}]+/u);
  if (words.some((word) => SEARCH_WORDS.has(word))) return 'search';
  const names = query.split('&').map((pair) => pair.split('=', 1)[0]?.toLowerCase() ?? '');
  if (names.some((name) => SEARCH_PARAMETERS.has(name))) return 'search';
  return words.some((word) => FORM_WORDS.has(word)) ? 'form' : 'other';
}
