import {
  type ArbitratorConfig,
  arbitratorConfigSchema,
} from '@proteus/contracts/config/arbitrator.ts';
import { loadYamlConfig } from './load-yaml-config.ts';

/** Reads where the arbitrator draws its lines; see `loadYamlConfig`. */
export function loadArbitratorConfig(
  path: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): ArbitratorConfig {
  const schema = arbitratorConfigSchema;
  const defaultPath = 'configs/arbitrator.yaml';
  const config = { schema, title: 'arbitrator configuration', defaultPath, prefix: 'ARBITRATOR__' };
  return loadYamlConfig(config, path, environment);
}
