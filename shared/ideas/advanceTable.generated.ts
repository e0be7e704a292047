/**
 * Made by build/advance-table.ts; do not edit. Widest advances of Archivo at 86 % width, weights 480 to 840, in
 * thousandths of an em: rows of [first code point, two digits to the base 36 for each]; `--` is not in the typeface.
 */
// prettier-ignore
export const ADVANCE_ROWS: readonly (readonly [number, string])[] = [
  [0x20, '4x8cccg7ecorkf6taiaiaxgr7w8b7w85fpf0flfoflfofpf8flfp8585grgrgrezonikibililh3fijxjc8nfsj4fjnhjdjzhbjziih4gxj7i2omi9i3h1ac85acgrda6pflfrfcfrfi98fhfo7i7hfm7inefofqfrfraaeca0foedlxfiebddap6tapgr'],
  [0xa0, '4x8cfnfx--gb6tfk8kjta3f3gr--jt7j--gr9p9p6pfrgt80669p9xf3o0o0o0ezikikikikikikp7ilh3h3h3h38n8n8n8niljdjzjzjzjzjzgrjzj7j7j7j7i3hdgbflflflflflflnnfcfifififi7i7i7i7ifsfofqfqfqfqfqgrfqfofofofoebfqebikflikflikflilfcilfcilfcilfcilfrilfrh3fih3fih3fih3fih3fijxfhjxfhjxfhjxfhjcfojcfo8n7i8n7i8n7i8n7i8n7ioff0fs7hj4fmfmfj7ifj7ifj7ifj7ifj7ijdfojdfojdfofojdfojzfqjzfqjzfqt9o6iiaaiiaaiiaah4ech4ech4ech4ecgxa0gxa0gxa0j7foj7foj7foj7foj7foj7foomlxi3ebi3h1ddh1ddh1dd98'],
  [0x18f, 'ju----fh'],
  [0x1a0, 'jzfq--------------------------j7fo'],
  [0x1cd, 'ikfl8n7ijzfqj7foj7foj7foj7foj7fo'],
  [0x218, 'h4ecgxa0'],
  [0x2bb, '--3i'],
  [0x2c6, '9w9w--cu--------------------------------5w--a8bd'],
  [0x1e80, 'omlxomlxomlx'],
  [0x1ea0, 'ikflikflikflikflikflikflikflikflikflikflikflikflh3fih3fih3fih3fih3fih3fih3fih3fi8n7i8n7ijzfqjzfqjzfqjzfqjzfqjzfqjzfqjzfqjzfqjzfqjzfqjzfqj7foj7foj7foj7foj7foj7foj7foi3ebi3ebi3ebi3eb'],
  [0x2000, '--------------fp7w--------------------bynw------6y6y6y--chchch--fl----------o0--4x4x----------2h------a9----------9494'],
  [0x2070, '----hxhx------------------------------------------------------'],
  [0x20a0, '--il--g2fx--khj0--pf--fqfxjc------j0jw----il------gogd--jdi2----'],
  [0x2113, 'dd----------------------------o8'],
  [0x2150, '------------------------------'],
  [0x2190, '--------------------'],
  [0x2202, '--------------------------------gr----------------------------------------------------------------------------------------------------------------------------------------------------------------------'],
];
