import { logRoutes } from './audit/log-routes.ts';
import { editRoutes } from './edits/edit-routes.ts';
import { exportRoutes } from './export/export-routes.ts';
import { healthRoutes } from './http/health.ts';
import { openApiRoute } from './http/openapi.ts';
import type { Route } from './http/route.ts';
import { listingRoutes } from './listings/listing-routes.ts';
import { enrolRoutes } from './people/enrol-routes.ts';
import { peopleRoutes } from './people/people-routes.ts';
import { proposalRoutes } from './people/proposal-routes.ts';
import { signInRoutes } from './people/sign-in-routes.ts';
import { providerRoutes } from './provider/provider-routes.ts';
import { workRoutes } from './work/work-routes.ts';

/** Every way in, and there is no other (SV-13). */
export const ROUTES: readonly Route[] = [
  ...healthRoutes,
  openApiRoute(() => ROUTES),
  ...signInRoutes,
  ...enrolRoutes,
  ...peopleRoutes,
  ...proposalRoutes,
  ...logRoutes,
  ...listingRoutes,
  ...editRoutes,
  ...workRoutes,
  ...exportRoutes,
  ...providerRoutes,
];
