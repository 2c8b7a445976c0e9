import { randomUUID } from 'node:crypto';
import { type JWTPayload, jwtVerify, SignJWT } from 'jose';

/** What a login's token says. */
export interface SessionClaims {
  readonly userId: string;
  readonly sessionId: string;
}

/** What a token for one WebSocket says. */
export interface WebSocketClaims extends SessionClaims {
  readonly tokenId: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Signs and reads our own tokens. What was not signed here, has expired or is of another kind reads as null. */
export interface Tokens {
  signSession(claims: SessionClaims, expiresAt: number): Promise<string>;
  readSession(token: string): Promise<SessionClaims | null>;
  signWebSocket(claims: SessionClaims): Promise<string>;
  readWebSocket(token: string): Promise<WebSocketClaims | null>;
}

/** How long a token for a WebSocket may wait before it is used, seconds. */
export const WEBSOCKET_TOKEN_SECONDS = 60;

const ALGORITHM = 'HS256';
const ISSUER = 'proteus';
type Audience = 'session' | 'websocket';

/** @param clock milliseconds since the epoch. */
export function createTokens(secret: string, clock: () => number): Tokens {
  const key = new TextEncoder().encode(secret);

  const sign = (claims: JWTPayload, audience: Audience, expiresAt: number) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setIssuedAt(Math.floor(clock() / 1000))
      .setExpirationTime(Math.floor(expiresAt / 1000))
      .sign(key);

  async function read(token: string, audience: Audience): Promise<JWTPayload | null> {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience,
        currentDate: new Date(clock()),
        requiredClaims: ['sub', 'jti', 'exp'],
      });
      return payload;
    } catch {
      return null;
    }
  }

  return {
    signSession: ({ userId, sessionId }, expiresAt) =>
      sign({ sub: userId, jti: sessionId }, 'session', expiresAt),
    async readSession(token) {
      const { sub, jti } = (await read(token, 'session')) ?? {};
      return sub === undefined || jti === undefined ? null : { userId: sub, sessionId: jti };
    },
    signWebSocket: ({ userId, sessionId }) =>
      sign(
        { sub: userId, jti: randomUUID(), sid: sessionId },
        'websocket',
        clock() + WEBSOCKET_TOKEN_SECONDS * 1000,
      ),
    async readWebSocket(token) {
      const { sub, jti, exp, sid } = (await read(token, 'websocket')) ?? {};
      if (sub === undefined || jti === undefined || exp === undefined) return null;
      if (typeof sid !== 'string') return null;
      return { userId: sub, sessionId: sid, tokenId: jti, expiresAt: exp * 1000 };
    },
  };
}
