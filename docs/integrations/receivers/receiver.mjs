// Takes Rebound's webhooks: WEBHOOK_SECRET=whsec_... node receiver.mjs 9000
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const key = Buffer.from(process.env.WEBHOOK_SECRET.slice('whsec_'.length), 'base64');
const seen = new Set(); // in earnest: a table with a unique id

function genuine(headers, body) {
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': given } = headers;
  if (!id || !given || !/^\d{1,12}$/.test(time ?? '') || Math.abs(Date.now() / 1000 - Number(time)) > 300) {
    return false;
  }
  const mac = createHmac('sha256', key).update(`${id}.${time}.`).update(body);
  const expected = Buffer.from(`v1,${mac.digest('base64')}`);
  return given.split(' ').some((one) => {
    const signature = Buffer.from(one);
    return signature.length === expected.length && timingSafeEqual(signature, expected);
  });
}

createServer(async (request, response) => {
  let body = Buffer.alloc(0);
  try {
    for await (const part of request) {
      body = Buffer.concat([body, part]);
      if (body.length > 1_000_000) throw new Error('more than we are ever sent');
    }
  } catch {
    return request.destroy(); // as is a sender who hangs up
  }
  const good = genuine(request.headers, body);
  if (good && !seen.has(request.headers['webhook-id'])) {
    seen.add(request.headers['webhook-id']);
    console.log(body.toString());
  }
  response.writeHead(good ? 204 : 401).end();
}).listen(Number(process.argv[2]));
