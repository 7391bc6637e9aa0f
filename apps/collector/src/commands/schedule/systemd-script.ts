const FOLDER = '/etc/systemd/system';

/** A shell script that writes the units and switches the timers on. */
export function systemdScript(units: Record<string, string>): string {
  const timers = Object.keys(units).filter((name) => name.endsWith('.timer'));
  return [
    ...Object.entries(units).map(
      ([name, text]) => `sudo tee ${FOLDER}/${name} >/dev/null <<'END'\n${text}END\n`,
    ),
    'sudo systemctl daemon-reload',
    `sudo systemctl enable --now ${timers.join(' ')}`,
    '',
  ].join('\n');
}
