import { openDatabase, saveProject } from '../../src/index.ts';

/**
 * Another program at work: until its input ends, it adds a project and its mute in one transaction each,
 * and says so. What has a project without its mute was copied in the middle.
 */
const db = openDatabase({ url: 'file:./clarity.db', cwd: process.argv[2] ?? '.' });
process.stdin.resume();
for (let index = 0; !process.stdin.readableEnded; index += 1) {
  const id = `project-${index}`;
  const now = new Date();
  db.sql.transaction(() => {
    saveProject(db, { id, name: id, timeZone: 'UTC' }, now);
    db.sql
      .prepare('INSERT INTO mutes (project_id, page, reason, created_at) VALUES (?, ?, ?, ?)')
      .run(id, '/', 'x'.repeat(200), now.toISOString());
  })();
  if (index === 0) process.stdout.write('writing\n');
  await new Promise(setImmediate);
}
await db.close();
