// What is worth offering to someone with these roles. The platform, not this list, decides what they may do.

export const mayDownload = (roles: readonly string[]) => roles.includes('admin') || roles.includes('user');
export const mayDeploy = (roles: readonly string[]) => roles.includes('admin');
