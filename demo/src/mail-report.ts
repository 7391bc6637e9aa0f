import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { runApp } from './run-app.ts';

/**
 * Sends the weekly report twice through a real SMTP server on loopback, and keeps the one mail that
 * arrives as `.eml`, `.html` and `.txt`.
 */
export async function mailReport({
  cwd,
  variables,
}: {
  cwd: string;
  variables: Record<string, string | undefined>;
}): Promise<{ subject: string; text: string; mails: number; files: string[] }> {
  const mails: Buffer[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    smtp.listen(0, '127.0.0.1', resolve);
  });
  try {
    const { port } = smtp.server.address() as AddressInfo;
    const mail = {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      REPORT_FROM: 'Clarity Keep <reports@shop.example>',
      REPORT_TO: 'you@shop.example',
    };
    for (let run = 0; run < 2; run += 1) {
      await runApp({
        app: 'weekly-report',
        args: ['send'],
        cwd,
        variables: { ...variables, ...mail },
      });
    }
  } finally {
    await new Promise<void>((resolve) => {
      smtp.close(resolve);
    });
  }
  const [mail] = mails;
  if (mail === undefined) throw new Error('No mail arrived.');
  const parsed = await simpleParser(mail);
  const files = {
    'weekly-report.html': parsed.html === false ? '' : parsed.html,
    'weekly-report.txt': parsed.text ?? '',
    'weekly-report.eml': mail,
  };
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(cwd, name), content ?? '');
  const { subject = '', text = '' } = parsed;
  return { subject, text, mails: mails.length, files: Object.keys(files) };
}
