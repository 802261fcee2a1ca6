import { describe, expect, it } from 'vitest';
import { logoRules } from '#core/portal/brand.ts';
import { type TestPerson, testApp } from '#test/harness/app.ts';
import { testDatabase } from '#test/harness/database.ts';
import { pngOf } from '#test/harness/picture.ts';

const server = await testApp(await testDatabase());
const welcome = { en: 'Welcome, partners.', de: 'Willkommen, Partner.' };

async function company() {
  const organization = await server.organization();
  const ops = await organization.person(['partner_ops']);
  const partnerId = await organization.partner();
  const rep = await organization.person(['partner_rep'], { partnerId });
  const base = `/o/${organization.slug}`;
  const put = (bytes: Buffer, who: TestPerson = ops) =>
    who.call('PUT', `${base}/brand/logo`, {
      body: bytes,
      headers: { 'content-type': 'application/octet-stream' },
    });
  return { organization, ops, rep, base, put };
}

/** The head of a JPEG, and of a WebP, of these sides: what decides is read before any pixel. */
function jpegHead(width: number, height: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const jfif = Buffer.from([0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), jfif, frame, Buffer.alloc(32), Buffer.from([0xff, 0xd9])]);
}
function webpHead(width: number, height: number): Buffer {
  const body = Buffer.alloc(10);
  body.writeUIntLE(width - 1, 4, 3);
  body.writeUIntLE(height - 1, 7, 3);
  const head = Buffer.from('RIFF\0\0\0\0WEBPVP8X\n\0\0\0', 'latin1');
  head.writeUInt32LE(22, 4);
  return Buffer.concat([head, body]);
}

describe('the looks of a portal', () => {
  it('are Tandem’s own and told to nobody until the company gives itself some', async () => {
    const { ops, rep, base } = await company();
    expect((await server.call('GET', `${base}/portal/brand`)).status).toBe(404);
    expect((await ops.call('GET', `${base}/brand`)).body).toEqual({ brand: null });
    expect((await rep.call('GET', `${base}/portal`)).body).toMatchObject({ brand: null });
  });

  it('are changed at the desk and seen in the portal and before its sign-in', async () => {
    const { organization, ops, rep, base, put } = await company();
    const looks = { name: 'Larkspur Partners', accent: '#C8372B', welcome };
    expect((await ops.call('PUT', `${base}/brand`, { body: looks })).status).toBe(200);
    expect((await put(pngOf(120, 40))).status).toBe(200);
    const { body } = await server.call('GET', `${base}/portal/brand`);
    expect(body).toMatchObject({
      ...looks,
      accent: '#c8372b',
      hasOwnName: true,
      logo: { width: 120, height: 40 },
    });
    expect((await rep.call('GET', `${base}/portal`)).body).toMatchObject({ brand: body });

    const { logo } = body as { logo: { hash: string } };
    const picture = await server.call('GET', `${base}/portal/logo/${logo.hash}`);
    expect(picture.status).toBe(200);
    expect(picture.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cross-origin-resource-policy': 'same-origin',
    });
    // A hash of another company’s logo, and one of nothing, are not here.
    const other = await company();
    expect((await server.call('GET', `${other.base}/portal/logo/${logo.hash}`)).status).toBe(404);
    expect((await server.call('GET', `${base}/portal/logo/${'0'.repeat(64)}`)).status).toBe(404);

    expect((await ops.call('DELETE', `${base}/brand/logo`)).status).toBe(200);
    expect((await server.call('GET', `${base}/portal/logo/${logo.hash}`)).status).toBe(404);
    const none = { name: null, accent: null, welcome: { en: '', de: '' } };
    await ops.call('PUT', `${base}/brand`, { body: none });
    expect((await server.call('GET', `${base}/portal/brand`)).body).toMatchObject({
      name: `Organization ${organization.slug}`,
      hasOwnName: false,
      accent: null,
      logo: null,
    });
  });

  it('PB-1: refuse an accent that cannot be seen, with the measure and the nearest that can', async () => {
    const { ops, base } = await company();
    const put = (accent: string) =>
      ops.call('PUT', `${base}/brand`, { body: { name: null, accent, welcome } });
    const refused = await put('#ffd400');
    expect(refused.status).toBe(422);
    const [error] = (refused.body as { errors: { found: string; repair: string; expected: string }[] })
      .errors;
    expect(error).toMatchObject({
      path: 'body.accent',
      expected: 'a contrast of at least 3 to 1 on the light page',
      found: expect.stringMatching(/^1\.\d+ to 1$/),
    });
    const nearest = /#[0-9a-f]{6}/.exec(error?.repair ?? '')?.[0] ?? '';
    expect((await put(nearest)).status).toBe(200);
    expect((await put('red')).status).toBe(422);
  });

  it('PB-4: take a picture for what its bytes are, and nothing that can carry a script', async () => {
    const { base, put, ops } = await company();
    expect((await put(jpegHead(64, 32))).status).toBe(200);
    expect((await put(webpHead(64, 32))).status).toBe(200);
    const svg = await put(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'));
    expect(svg).toMatchObject({ status: 422, body: { errors: [{ found: expect.stringContaining('SVG') }] } });
    for (const [bytes, found] of [
      [Buffer.from('GIF89a and more'), 'another kind of file'],
      [pngOf(8, 8), '8 × 8 pixels'],
      [pngOf(2001, 20), '2001 × 20 pixels'],
      [pngOf(64, 64).subarray(0, 12), 'a picture that cannot be read'],
      [Buffer.alloc(0), 'another kind of file'],
    ] as const) {
      expect(await put(bytes)).toMatchObject({ status: 422, body: { errors: [{ found }] } });
    }
    const large = Buffer.concat([pngOf(64, 64), Buffer.alloc(logoRules.maxBytes)]);
    expect((await put(large)).status).toBe(413);
    // The last good one still stands.
    const { body } = await ops.call('GET', `${base}/brand`);
    expect(body).toMatchObject({ brand: { logo: { width: 64, height: 32 } } });
  });

  it('are changed by those who run the program alone', async () => {
    const { organization, rep, base, put } = await company();
    const ae = await organization.person(['ae']);
    for (const who of [ae, rep]) {
      expect((await put(pngOf(64, 64), who)).status).toBe(403);
      const body = { name: 'X', accent: null, welcome };
      expect((await who.call('PUT', `${base}/brand`, { body })).status).toBe(403);
    }
    expect((await rep.call('GET', `${base}/brand`)).status).toBe(403);
  });
});
