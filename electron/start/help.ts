/** What `--help` prints. */
export const help = `Riffroom: improvise on a wicked problem, together, on one board.

  riffroom [options] [file or invite ...]

  --profile DIR   keep jams, settings and keys in DIR (a second Riffroom on one machine)
  --practice      play a jam of ten minutes with practice partners
  --port N        browser edition: the port to answer on
  --help          this text

A file is a jam (.riffjam), a JSON Canvas (.canvas), a Markdown outline (.md), plain lines (.txt) or a table (.csv, .tsv).
`;
