import ipaddr from 'ipaddr.js';

/** Where clouds answer their own machines although the address looks like any other (Azure). */
const METADATA_ADDRESSES = new Set(['168.63.129.16']);

const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

/**
 * Whether an IP address belongs to the public internet: not private, loopback, link-local, shared
 * (carrier-grade NAT), multicast, reserved or a metadata service, in any of the forms in which IPv6
 * carries an IPv4 address.
 *
 * @see the IANA special-purpose address registries (RFC 6890).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return isPublicIpv4(parsed);
  if (parsed.isIPv4MappedAddress()) return isPublicIpv4(parsed.toIPv4Address());
  if (parsed.match(NAT64)) return isPublicIpv4(new ipaddr.IPv4(parsed.toByteArray().slice(12)));
  // Leaves out 6to4, Teredo, IPv4-compatible and -translated addresses, documentation and the rest.
  return parsed.match(GLOBAL_IPV6) && parsed.range() === 'unicast';
}

function isPublicIpv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !METADATA_ADDRESSES.has(address.toString());
}
