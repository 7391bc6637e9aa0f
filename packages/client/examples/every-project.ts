// How fresh the data of every project is. The questions of one tick travel in one request.
//
//     CLARITY_KEEP_URL=http://127.0.0.1:8788 node examples/every-project.ts
import { createClarityKeepClient } from '@clarity-keep/client';

const keep = createClarityKeepClient({
  url: process.env['CLARITY_KEEP_URL'] ?? 'http://127.0.0.1:8788',
  apiKey: process.env['CLARITY_KEEP_KEY'],
});

const { rows } = await keep.projects.list.query();
const states = await Promise.all(rows.map(({ project }) => keep.status.get.query({ project })));

for (const { name, lastAnswerAt, quota } of states) {
  console.log(
    `${name}: last answer ${lastAnswerAt ?? 'never'}, ${quota.left} of ${quota.limit} calls left`,
  );
}
