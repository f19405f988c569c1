import { useEffect, useState } from 'react';

/** A part of the app that comes only when it is opened: undefined until it is here, null where it could not be had. */
export function useLater<Module>(load: () => Promise<Module>): Module | null | undefined {
  const [module, setModule] = useState<Module | null>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once
  useEffect(() => {
    load().then(setModule, () => setModule(null));
  }, []);
  return module;
}
