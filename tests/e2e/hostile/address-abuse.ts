import type { HostileInput, Verdict } from './hostile-input.ts';

const NOT_FOUND: readonly Verdict[] = ['NOT_FOUND', 'INVALID_REQUEST'];
const INVALID: readonly Verdict[] = ['INVALID_REQUEST'];
const FORBIDDEN: readonly Verdict[] = ['FORBIDDEN', 'NOT_FOUND', 'INVALID_REQUEST'];
const JOB = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

/** Names that try to leave their folder, their query, or their language. */
const TRICKS: readonly string[] = [
  '../../../../etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/etc/passwd',
  '%252e%252e%252fetc%252fpasswd',
  '..%5c..%5cwindows%5cwin.ini',
  '....//....//etc/passwd',
  '..;/..;/etc/passwd',
  '%00',
  'name%00.png',
  '%',
  '%ff%fe',
  '%c0%ae%c0%ae%c0%af',
  '__proto__',
  'constructor',
  "'%20or%201=1--",
  '%24%7bjndi:ldap://127.0.0.1/a%7d',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '%f0%9f%91%97',
  'n'.repeat(4_000),
];

/** Files outside the web page's folder. */
const OUTSIDE_PAGE: readonly string[] = [
  '../package.json',
  '../../../../etc/passwd.txt',
  '%2e%2e/package.json',
  '..%2fpackage.json',
  '%252e%252e%252fpackage.json',
  '..%5cpackage.json',
  'assets/../../src/main.tsx',
  'name%00.png',
  '....//package.json',
  '%c0%ae%c0%ae/package.json',
];

/** Addresses that lead nowhere, and queries that mean nothing. */
export function addressAbuse(): readonly HostileInput[] {
  const get = (path: string, verdicts: readonly Verdict[]): HostileInput => ({
    name: `GET ${path.slice(0, 70)}`,
    request: { path },
    verdicts,
  });
  const queries = [
    `/v1/jobs/${JOB}?wait=-1`,
    `/v1/jobs/${JOB}?wait=61`,
    `/v1/jobs/${JOB}?wait=NaN`,
    `/v1/jobs/${JOB}?wait=1e400`,
    `/v1/jobs/${JOB}?wait=1&wait=2`,
    `/v1/jobs/${JOB}?hat=1`,
    '/v1/jobs?limit=0',
    '/v1/jobs?limit=101',
    '/v1/jobs?limit=1.5',
    '/v1/jobs?limit=1&limit=2',
    '/v1/jobs?status=lost',
    '/v1/jobs?status[]=queued',
    '/v1/jobs?cursor=nonsense',
    `/v1/jobs?cursor=${'c'.repeat(300)}`,
    `/v1/jobs/${JOB}/result?format=svg`,
    `/v1/jobs/${JOB}/result?width=0`,
    `/v1/jobs/${JOB}/result?width=1e9`,
    `/v1/jobs/${JOB}/result?width=-5`,
    '/v1/config?__proto__[x]=1',
  ];
  const other: readonly (readonly [string, string, readonly Verdict[]])[] = [
    ['PUT', '/v1/jobs', ['METHOD_NOT_ALLOWED']],
    ['PATCH', `/v1/jobs/${JOB}`, ['METHOD_NOT_ALLOWED']],
    ['DELETE', '/v1/jobs', ['METHOD_NOT_ALLOWED']],
    ['POST', '/health', ['METHOD_NOT_ALLOWED']],
    ['TRACE', '/v1/jobs', ['METHOD_NOT_ALLOWED', 'NOT_FOUND']],
    ['PROPFIND', '/', ['METHOD_NOT_ALLOWED', 'NOT_FOUND']],
    ['DELETE', `/v1/jobs/${JOB}`, ['NOT_FOUND']],
    ['POST', `/v1/jobs/${JOB}/retry`, ['NOT_FOUND']],
    ['PUT', '/storage/jobs/x/person.png?expires=1&signature=x', FORBIDDEN],
    ['DELETE', '/storage/jobs/x/person.png', ['METHOD_NOT_ALLOWED', 'FORBIDDEN']],
  ];
  return [
    ...TRICKS.flatMap((trick) => [
      get(`/v1/jobs/${trick}`, NOT_FOUND),
      get(`/v1/jobs/${JOB}/artifacts/${trick}`, NOT_FOUND),
      get(`/storage/${trick}?expires=99999999999999&signature=AAAA`, FORBIDDEN),
    ]),
    ...OUTSIDE_PAGE.map((path) => get(`/web/${path}`, NOT_FOUND)),
    ...queries.map((path) => get(path, INVALID)),
    get('/storage/jobs/x/person.png?signature[]=a&expires[]=1', FORBIDDEN),
    get('/storage/jobs/x/person.png?expires=1e400&signature=%00', FORBIDDEN),
    get('/favicon.ico/../../etc/passwd', NOT_FOUND),
    ...other.map(([method, path, verdicts]) => ({
      name: `${method} ${path}`,
      request: { method, path },
      verdicts,
    })),
  ];
}
