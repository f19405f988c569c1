import * as v from 'valibot';

// What goes to a passkey and comes back from it, as browsers write it in JSON (WebAuthn level 3, 5.1.8 to 5.1.9).

const Base64Url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/), v.maxLength(20_000));
const Id = v.pipe(Base64Url, v.minLength(1), v.maxLength(1400));

const Common = {
  id: Id,
  rawId: Id,
  type: v.literal('public-key'),
  authenticatorAttachment: v.optional(v.picklist(['cross-platform', 'platform'])),
  clientExtensionResults: v.record(v.string(), v.unknown()),
};

export const Registration = v.strictObject({
  ...Common,
  response: v.strictObject({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    authenticatorData: v.optional(Base64Url),
    transports: v.optional(v.pipe(v.array(v.string()), v.maxLength(10))),
    publicKeyAlgorithm: v.optional(v.number()),
    publicKey: v.optional(Base64Url),
  }),
});

export const Assertion = v.strictObject({
  ...Common,
  response: v.strictObject({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: v.optional(Base64Url),
  }),
});

export const CreationOptions = v.strictObject({
  challenge: Base64Url,
  rp: v.strictObject({ name: v.string(), id: v.string() }),
  user: v.strictObject({ id: Base64Url, name: v.string(), displayName: v.string() }),
  pubKeyCredParams: v.array(v.strictObject({ type: v.literal('public-key'), alg: v.number() })),
  timeout: v.number(),
  attestation: v.literal('none'),
  authenticatorSelection: v.strictObject({
    residentKey: v.literal('required'),
    requireResidentKey: v.literal(true),
    userVerification: v.literal('required'),
  }),
});

export const RequestOptions = v.strictObject({
  challenge: Base64Url,
  rpId: v.string(),
  timeout: v.number(),
  userVerification: v.literal('required'),
  allowCredentials: v.array(v.strictObject({ type: v.literal('public-key'), id: Id })),
});

export type Registration = v.InferOutput<typeof Registration>;
export type Assertion = v.InferOutput<typeof Assertion>;
export type CreationOptions = v.InferOutput<typeof CreationOptions>;
export type RequestOptions = v.InferOutput<typeof RequestOptions>;
