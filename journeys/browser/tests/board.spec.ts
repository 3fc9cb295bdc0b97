import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { item, part, reported, titled, unique } from './steps';
import { expect, test } from './watched';
import { picturesAtBothWidths, signIn } from './whole';

test.use({ actionTimeout: 15_000 });

/** A board's server: keeps what it is sent. */
class Receiver {
  readonly calls: { headers: IncomingHttpHeaders; body: string }[] = [];
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const receiver = new Receiver(server);
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        receiver.calls.push({ headers: request.headers, body });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return receiver;
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

let receiver: Receiver;
test.beforeEach(async () => {
  receiver = await Receiver.start();
});
test.afterEach(() => receiver.stop());

test('a board is told of a request for feedback, checks the call, and has it sent again', async ({ page, request }) => {
  const url = receiver.url(`/hooks-${unique()}`);
  await signIn(page, 'board-admin', '/board');
  await titled(page, 'Board');
  const subscriptions = part(page, 'Subscriptions');
  const deliveries = part(page, 'Deliveries');

  await subscriptions.getByRole('button', { name: 'Add one' }).click();
  const adding = page.getByRole('dialog', { name: 'Be told of what happens' });
  await adding.getByRole('button', { name: 'Add it' }).click();
  await expect(adding.getByText('Where should Rebound call?')).toBeVisible();
  await adding.getByLabel('Address').fill('https://10.0.0.1/');
  await adding.getByRole('button', { name: 'Add it' }).click();
  await expect(adding.getByText('must be https and lead to an address of the public internet')).toBeVisible();
  await adding.getByLabel('Address').fill(url);
  await picturesAtBothWidths(page, 'board-adding');
  await adding.getByRole('button', { name: 'Add it' }).click();
  const shown = page.getByRole('dialog', { name: 'The secret' });
  const secret = (await shown.getByText(/^whsec_/).textContent()) ?? '';
  await picturesAtBothWidths(page, 'board-secret');
  await shown.getByRole('button', { name: 'I have kept it' }).click();
  await expect(item(subscriptions, url)).toBeVisible();

  await reported(request);
  await expect.poll(() => receiver.calls.length).toBe(1);
  const [{ headers, body } = { headers: {}, body: '' }] = receiver.calls;
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const mac = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(signed).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${mac}`);
  expect(JSON.parse(body)).toMatchObject({ type: 'feedback.requested', data: { candidate: { externalIds: [expect.stringMatching(/^candidate-/)] } } });

  await page.goto('/board');
  const line = item(deliveries, new URL(url).host).first();
  await expect(line).toContainText('Taken (204)');
  await picturesAtBothWidths(page, 'board');
  await line.getByRole('button', { name: /^Show/ }).click();
  const sent = page.getByRole('dialog', { name: 'What is sent' });
  await expect(sent).toContainText('"type": "feedback.requested"');
  await picturesAtBothWidths(page, 'board-delivery');
  await page.keyboard.press('Escape');
  await line.getByRole('button', { name: /^Send again/ }).click();
  await expect.poll(() => receiver.calls.length).toBe(2);
  expect(receiver.calls[1]?.headers['webhook-id']).toBe(headers['webhook-id']);

  await item(subscriptions, url).getByRole('button', { name: /^Change the secret/ }).click();
  await page.getByRole('dialog', { name: 'Change the secret?' }).getByRole('button', { name: 'Change it' }).click();
  await expect(shown.getByText(/^whsec_/)).not.toHaveText(secret);
  await shown.getByRole('button', { name: 'I have kept it' }).click();
  await expect(item(subscriptions, url)).toContainText('former secret');

  await item(subscriptions, url).getByRole('button', { name: /^Remove/ }).click();
  await page.getByRole('dialog', { name: 'Remove this subscription?' }).getByRole('button', { name: 'Remove it' }).click();
  await expect(item(subscriptions, url)).toBeHidden();
});

test('a system that reports is set up, and its calls are taken until it is ended', async ({ page, request }) => {
  await signIn(page, 'board-admin2', '/board');
  const vendors = part(page, 'Systems that report to Rebound');
  const ashby = item(vendors, 'Ashby');
  await expect(ashby).toContainText('Not set up');
  await ashby.getByRole('button', { name: 'Set up Ashby' }).click();
  const setting = page.getByRole('dialog', { name: 'Set up Ashby' });
  const address = (await setting.getByText(/\/webhooks\/ashby$/).textContent()) ?? '';
  const secret = await setting.getByLabel('Secret').inputValue();
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  await setting.getByLabel('Secret').fill('short');
  await setting.getByRole('button', { name: 'Save the secret' }).click();
  await expect(setting.getByText('A secret has 16 characters or more.')).toBeVisible();
  await setting.getByLabel('Secret').fill(secret);
  await picturesAtBothWidths(page, 'board-vendor');
  await setting.getByRole('button', { name: 'Save the secret' }).click();
  await expect(ashby).toContainText('Set up');
  await expect(ashby).toContainText('The secret is of');

  const body = '{"action":"ping"}';
  const call = async () =>
    request.post(address, {
      headers: { 'Content-Type': 'application/json', 'Ashby-Signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` },
      data: Buffer.from(body),
    });
  expect((await call()).status()).toBe(200);

  await ashby.getByRole('button', { name: 'Take nothing from Ashby any more' }).click();
  await page.getByRole('dialog', { name: 'Take nothing from Ashby any more?' }).getByRole('button', { name: 'End it' }).click();
  await expect(ashby).toContainText('Not set up');
  expect((await call()).status()).toBe(401);
});

test('whoever is of another board sees nothing of it', async ({ page }) => {
  await signIn(page, 'board-admin2', '/board');
  await titled(page, 'Board');
  await expect(page.getByText('What globex reports')).toBeVisible();
  const headers = { Origin: new URL(page.url()).origin, 'Idempotency-Key': randomUUID() };
  const foreign = await page.request.post('/api/v1/boards/acme/subscriptions', { headers, data: { url: receiver.url('/'), types: ['feedback.received'] } });
  expect(foreign.status()).toBe(404);
});
