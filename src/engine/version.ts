/** What a report says of its maker: name and version of package.json. */
export const ENGINE = { name: 'xuezhi', version: '0.6.0' } as const;
