import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { ORIGIN } from './harness.ts';

// A passkey in a few lines, so that each thing that it signs can be wrong by itself.

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

export interface Wrong {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly isVerified?: boolean;
  readonly counter?: number;
  /** Another's key signs. */
  readonly signer?: Authenticator;
}

export interface Authenticator {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly make: (options: { challenge: string }, wrong?: Wrong) => object;
  readonly sign: (options: { challenge: string }, wrong?: Wrong) => object;
}

export function newAuthenticator(): Authenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const rawId = randomBytes(32);
  const id = rawId.toString('base64url');
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  let signed = 0;
  const common = { id, rawId: id, type: 'public-key', clientExtensionResults: {} };
  return {
    id,
    privateKey,
    make: ({ challenge }, wrong = {}) => {
      const clientData = clientDataOf('webauthn.create', challenge, wrong);
      const data = Buffer.concat([
        dataOf(0, ATTESTED, wrong),
        Buffer.alloc(16),
        Buffer.from([0, rawId.length]),
        rawId,
        coseKey(x, y),
      ]);
      return {
        ...common,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          attestationObject: attestation(data).toString('base64url'),
        },
      };
    },
    sign: ({ challenge }, wrong = {}) => {
      signed += 1;
      const clientData = clientDataOf('webauthn.get', challenge, wrong);
      const data = dataOf(wrong.counter ?? signed, 0, wrong);
      const signature = createSign('sha256')
        .update(data)
        .update(createHash('sha256').update(clientData).digest())
        .sign(wrong.signer?.privateKey ?? privateKey);
      return {
        ...common,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      };
    },
  };
}

function clientDataOf(type: string, challenge: string, wrong: Wrong): Buffer {
  return Buffer.from(
    JSON.stringify({
      type: wrong.type ?? type,
      challenge: wrong.challenge ?? challenge,
      origin: wrong.origin ?? ORIGIN,
      crossOrigin: false,
    }),
  );
}

function dataOf(counter: number, flags: number, { rpId, isVerified = true }: Wrong): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  const hash = createHash('sha256')
    .update(rpId ?? new URL(ORIGIN).hostname)
    .digest();
  return Buffer.concat([hash, Buffer.from([flags | PRESENT | (isVerified ? VERIFIED : 0)]), count]);
}

/** {1: 2, 3: -7, -1: 1, -2: x, -3: y} in CBOR (RFC 9053). */
function coseKey(x: string, y: string): Buffer {
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
}

/** {"fmt": "none", "attStmt": {}, "authData": ...} in CBOR. */
function attestation(data: Buffer): Buffer {
  const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    Buffer.from([0x59, data.length >> 8, data.length & 0xff]),
    data,
  ]);
}
