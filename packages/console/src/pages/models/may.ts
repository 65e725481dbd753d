// Actions to show to a user with these roles. The platform, not this list, decides what the user may do.

export const mayDownload = (roles: readonly string[]) => roles.includes('admin') || roles.includes('user');
export const mayDeploy = (roles: readonly string[]) => roles.includes('admin');
