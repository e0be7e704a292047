import { command } from './command.ts';

/** Publishes this device's key for what is sealed to it (X25519, base64url). */
export const boxKeySet = command<{ key: string }, null>({
  title: 'share a key',
  act: null,
  undo: false,
  run({ key }, scene, write) {
    write.set('boxKeys', scene.device, { member: scene.me, key, ...scene.stamp });
    return null;
  },
});
