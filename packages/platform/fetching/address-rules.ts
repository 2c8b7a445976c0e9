import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { ProteusError } from '@proteus/contracts/errors.ts';
import { isPublicAddress } from './is-public-address.ts';

/** An IP address of a host. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** What may be reached, and how names become addresses. */
export interface AddressRules {
  allowAddress(address: string): boolean;
  resolve(hostname: string): Promise<readonly ResolvedAddress[]>;
}

/** Public addresses only, by the system's resolver. */
export const publicInternet: AddressRules = {
  allowAddress: isPublicAddress,
  resolve: (hostname) => lookup(hostname, { all: true }),
};

/**
 * Reads an address that somebody gave us; a host that is an IP address is checked here, since nobody
 * will look it up.
 *
 * @param base where a redirect came from.
 * @throws {ProteusError} URL_NOT_ALLOWED
 */
export function checkUrl(address: string, rules: AddressRules, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new ProteusError('URL_NOT_ALLOWED', {
      message: 'Only http and https addresses can be fetched.',
    });
  }
  if (url.username !== '' || url.password !== '') {
    throw new ProteusError('URL_NOT_ALLOWED', {
      message: 'An address must not hold a user name or password.',
    });
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !rules.allowAddress(host)) throw new ProteusError('URL_NOT_ALLOWED');
  return url;
}

/**
 * A lookup for sockets that gives out checked addresses only. The socket connects to the very address
 * that was checked, so that a name cannot change its meaning in between (DNS rebinding).
 */
export function safeLookup(rules: AddressRules): LookupFunction {
  return (hostname, options, callback) => {
    resolveChecked(hostname, rules).then(
      (addresses) => {
        if (options.all) callback(null, [...addresses]);
        else callback(null, addresses[0]!.address, addresses[0]!.family);
      },
      (error: Error) => callback(error, []),
    );
  };
}

async function resolveChecked(
  hostname: string,
  { resolve, allowAddress }: AddressRules,
): Promise<readonly ResolvedAddress[]> {
  const addresses = await resolve(hostname);
  // One forbidden address among allowed ones is no accident.
  if (addresses.length === 0 || !addresses.every(({ address }) => allowAddress(address))) {
    throw new ProteusError('URL_NOT_ALLOWED');
  }
  return addresses;
}
