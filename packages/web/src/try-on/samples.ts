/** Addresses of our own sample pictures, which come with the page. */
const people = import.meta.glob<string>('../../../../samples/people/*.jpg', {
  eager: true,
  query: '?url',
  import: 'default',
});
const garments = import.meta.glob<string>('../../../../samples/garments/*.jpg', {
  eager: true,
  query: '?url',
  import: 'default',
});

export interface Sample {
  readonly name: string;
  readonly address: string;
}

export const SAMPLE_PEOPLE: readonly Sample[] = toSamples(people);
export const SAMPLE_GARMENTS: readonly Sample[] = toSamples(garments);

function toSamples(addresses: Readonly<Record<string, string>>): Sample[] {
  return Object.entries(addresses).map(([path, address]) => {
    const file = path.slice(path.lastIndexOf('/') + 1);
    return { name: file.replace(/\.jpg$/, '').replaceAll('-', ' '), address };
  });
}
