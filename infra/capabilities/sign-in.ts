import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import * as cognito from "aws-cdk-lib/aws-cognito";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { Role } from "#shared/domain/person.ts";
import type { Stage } from "../stage.ts";
import type { Mail } from "./mail.ts";

export interface SignInProps {
  readonly stage: Stage;
  readonly siteUrl: string;
  readonly mail: Mail;
}

/** What the product needs to know of whoever vouches for people. */
interface Issuer {
  readonly url: string;
  readonly clientId: string;
  readonly groupsClaim: string;
}

/** The user pool of a stage that has one, and where its tokens are had. */
export interface OwnPool {
  readonly pool: cognito.UserPool;
  readonly domain: cognito.UserPoolDomain;
}

/** What whoever puts people into groups reads of each. */
const descriptions: Readonly<Record<Role, string>> = {
  reader: "Staff: may see applications, registrations and messages",
  officer: "Staff: may also handle cases and export lists",
  manager: "Staff: may also move deadlines, change webinars, export all, see who looked at what",
};

/** Who vouches for people: a Cognito user pool of our own, or the OIDC issuer that the stage names. */
export class SignIn extends Construct {
  /** None where another issuer vouches for people. */
  readonly ownPool: OwnPool | undefined;
  private readonly issuer: Issuer;

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    const { issuer } = props.stage;
    if (issuer.kind === "oidc") {
      this.issuer = { ...issuer, url: issuer.issuer };
      return;
    }
    const pool = this.pool(props);
    this.issuer = this.issuerOf(pool, props.siteUrl);
    const domain = this.domain(pool, issuer.domainPrefix);
    this.ownPool = { pool, domain };
  }

  allowSigningIn(fn: LambdaFunction): void {
    fn.addEnvironment("OIDC_ISSUER", this.issuer.url);
    fn.addEnvironment("OIDC_CLIENT_ID", this.issuer.clientId);
    fn.addEnvironment("OIDC_GROUPS_CLAIM", this.issuer.groupsClaim);
  }

  private issuerOf(pool: cognito.UserPool, siteUrl: string): Issuer {
    const client = this.client(pool, siteUrl);
    for (const role of Role.options)
      new cognito.UserPoolGroup(this, `Group-${role}`, {
        ...{ userPool: pool, groupName: role, description: descriptions[role] },
      });
    // Managed login shows nothing to a client without a style, be it Cognito's own.
    new cognito.CfnManagedLoginBranding(this, "Style", {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    return {
      url: pool.userPoolProviderUrl,
      clientId: client.userPoolClientId,
      groupsClaim: "cognito:groups",
    };
  }

  private domain(pool: cognito.UserPool, domainPrefix: string): cognito.UserPoolDomain {
    return pool.addDomain("Domain", {
      cognitoDomain: { domainPrefix },
      managedLoginVersion: cognito.ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
  }

  private pool({ stage, mail }: SignInProps): cognito.UserPool {
    const pool = new cognito.UserPool(this, "People", {
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      standardAttributes: {
        email: { required: true, mutable: true },
        fullname: { required: true, mutable: true },
      },
      // A pool cannot do without passwords altogether; a code by e-mail is what people are offered first.
      signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true } },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      userVerification: {
        emailSubject: "Koden din til Opptak · Your code for Opptak",
        emailBody: "Kode · Code: {####}",
      },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      ...(stage.senderVerified && { email: this.sender(stage, mail) }),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(pool).acknowledge(
      {
        id: "AwsSolutions-COG2",
        reason: "Cognito offers no second factor beside a one-time code by e-mail as the first.",
      },
      {
        id: "AwsSolutions-COG8",
        reason: "The Plus plan watches for stolen passwords; people sign in with one-time codes.",
      },
    );
    return pool;
  }

  private sender({ sender, replyTo, region }: Stage, mail: Mail): cognito.UserPoolEmail {
    return cognito.UserPoolEmail.withSES({
      fromEmail: sender.address,
      fromName: sender.name,
      replyTo,
      sesRegion: region,
      sesVerifiedDomain: mail.domain,
      configurationSetName: mail.configurationSet.configurationSetName,
    });
  }

  /** A public client: the proof that a code is ours is PKCE, so there is no secret to keep. */
  private client(pool: cognito.UserPool, siteUrl: string): cognito.UserPoolClient {
    return pool.addClient("Pages", {
      generateSecret: false,
      authFlows: { user: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL, cognito.OAuthScope.PROFILE],
        callbackUrls: [`${siteUrl}/auth/callback`],
        logoutUrls: [`${siteUrl}/auth/signed-out`],
      },
      supportedIdentityProviders: [cognito.UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      // The product keeps a session of its own and uses no token after sign-in.
      accessTokenValidity: Duration.minutes(5),
      idTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.minutes(60),
    });
  }
}
