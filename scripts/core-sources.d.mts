export declare const coreSources: { find: RegExp; replacement: string }[]
