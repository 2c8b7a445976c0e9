const SECRET_PARAMETER =
  /([?&](?:signature|token|key|api_key|access_token|x-amz-signature|x-amz-credential|x-amz-security-token)=)[^&#]*/gi;
const CREDENTIALS = /^([a-z][a-z0-9+.-]*:\/\/)[^/?#@]*@/i;

/** An address fit for a log: signatures, tokens and credentials are replaced. */
export function redactUrl(url: string): string {
  return url.replace(CREDENTIALS, '$1[redacted]@').replace(SECRET_PARAMETER, '$1[redacted]');
}
