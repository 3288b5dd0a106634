/** Hands one referral over and writes down what came of it. Arguments: folder, number. */
import { referral } from '../../storage/samples.ts';
import { gatewayTo } from './shared-folder.ts';

const [folder = '', number = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await gatewayTo(folder).submit(referral(number))));
