import type { Authenticator, Wrong } from './authenticator.ts';
import type { Answered, Client, SignedIn } from './harness.ts';

// What a browser and a device do together.

export function tokenOf(link: string): string {
  return link.slice(link.indexOf('#') + 1);
}

export async function enrol(
  client: Client,
  link: string,
  device: Authenticator,
  wrong: Wrong = {},
): Promise<Answered> {
  const token = tokenOf(link);
  const options = await client.post('/api/enrol/options', { token });
  if (options.status !== 200) return options;
  return await client.post('/api/enrol', { token, response: device.make(options.body, wrong) });
}

export async function signIn(client: Client, device: Authenticator, wrong: Wrong = {}): Promise<Answered> {
  const options = await client.post('/api/sign-in/options');
  return await client.post('/api/sign-in', { response: device.sign(options.body, wrong) });
}

export async function stepUp(client: Client, device: Authenticator, wrong: Wrong = {}): Promise<Answered> {
  const options = await client.post('/api/step-up/options');
  return await client.post('/api/step-up', { response: device.sign(options.body, wrong) });
}

export interface Wanted {
  readonly name?: string;
  readonly roles?: readonly string[];
}

let invited = 0;

export async function invite(
  coordinator: SignedIn,
  wanted: Wanted = {},
): Promise<{ id: string; link: string }> {
  const answer = await coordinator.post('/api/people/invitations', {
    name: `Invited ${++invited}`,
    roles: ['contributor'],
    regions: [],
    languages: ['en'],
    ...wanted,
  });
  return answer.body;
}

/** Both coordinators approve. */
export async function approve(
  coordinators: readonly [SignedIn, SignedIn],
  id: string,
  device: Authenticator,
): Promise<Answered> {
  const path = `/api/people/${id}/credentials/${device.id}/approve`;
  await coordinators[0].post(path);
  return await coordinators[1].post(path);
}

/** Invited, enrolled and approved: somebody who can sign in with the device. */
export async function welcome(
  coordinators: readonly [SignedIn, SignedIn],
  client: Client,
  device: Authenticator,
  wanted: Wanted = {},
): Promise<string> {
  const { id, link } = await invite(coordinators[0], wanted);
  await enrol(client, link, device);
  await approve(coordinators, id, device);
  return id;
}
