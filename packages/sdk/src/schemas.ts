import type { components } from './generated/schema.ts';

type Schemas = components['schemas'];

export type Activity = Schemas['Activity'];
export type AuthHealth = Schemas['AuthHealth'];
export type Jwks = Schemas['Jwks'];
export type LogoutResponse = Schemas['LogoutResponse'];
export type Model = Schemas['Model'];
export type Node = Schemas['Node'];
export type NodeStatus = Schemas['NodeStatus'];
export type PasswordCapability = Schemas['PasswordCapability'];
export type Pat = Schemas['Pat'];
export type PatConfig = Schemas['PatConfig'];
export type PatCreate = Schemas['PatCreate'];
export type PatCreated = Schemas['PatCreated'];
export type PatList = Schemas['PatList'];
export type Pong = Schemas['Pong'];
export type RunningNode = Schemas['RunningNode'];
export type SecurityConfig = Schemas['SecurityConfig'];
export type ServingStatus = Schemas['ServingStatus'];
export type TokenResponse = Schemas['TokenResponse'];
export type UserInfo = Schemas['UserInfo'];
export type Whoami = Schemas['Whoami'];
