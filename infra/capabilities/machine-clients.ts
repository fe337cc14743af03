import { CfnOutput, Duration } from "aws-cdk-lib";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import * as cognito from "aws-cdk-lib/aws-cognito";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { MachineScope, resourceServer, spelled } from "#shared/domain/machine-scope.ts";
import type { Guard } from "./pages-api.ts";
import type { OwnPool } from "./sign-in.ts";

/** What whoever gives scopes to clients reads of each. */
const descriptions: Readonly<Record<MachineScope, string>> = {
  "applications:read": "Fetch applications, as they were sent, and follow their changes",
  "registrations:read": "Fetch registrations for the webinar and follow their changes",
};

/** Programs that fetch with a token of their own: case systems. The gateway itself looks at the token. */
export class MachineClients extends Construct {
  private readonly authorizer: HttpJwtAuthorizer;
  private readonly tokenUrl: string;

  constructor(scope: Construct, id: string, { pool, domain }: OwnPool) {
    super(scope, id);
    this.tokenUrl = `${domain.baseUrl()}/oauth2/token`;
    const client = this.caseSystem(pool);
    this.authorizer = new HttpJwtAuthorizer("CaseSystems", pool.userPoolProviderUrl, {
      jwtAudience: [client.userPoolClientId],
    });
    const lines = { CaseSystemClientId: client.userPoolClientId, TokenAddress: this.tokenUrl };
    for (const [name, value] of Object.entries(lines))
      new CfnOutput(this, name, { value }).overrideLogicalId(name);
  }

  /** Lets through whose token has this scope. */
  guard(wanted: MachineScope): Guard {
    return { authorizer: this.authorizer, authorizationScopes: [spelled(wanted)] };
  }

  /** Says where tokens are had. */
  tellTokenUrl(fn: LambdaFunction): void {
    fn.addEnvironment("TOKEN_URL", this.tokenUrl);
  }

  /** Cognito makes its secret, which is in no template: it is asked for when a case system is connected. */
  private caseSystem(pool: cognito.UserPool): cognito.UserPoolClient {
    const scopes = MachineScope.options.map(
      (scopeName) =>
        new cognito.ResourceServerScope({ scopeName, scopeDescription: descriptions[scopeName] }),
    );
    const server = pool.addResourceServer("Door", { identifier: resourceServer, scopes });
    return pool.addClient("CaseSystem", {
      generateSecret: true,
      // Said to be none, or Cognito would let people sign in by it.
      authFlows: { user: false },
      oAuth: {
        flows: { clientCredentials: true },
        scopes: scopes.map((one) => cognito.OAuthScope.resourceServer(server, one)),
      },
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
    });
  }
}
