import {
  architectureFindings,
  covers,
  expect,
  signingKeyProblems,
  metadataFindings,
  openFiles,
  sbomProblems,
  readingFindings,
  scriptFindings,
  signatureProblems,
  successionFindings,
  checksumProblems,
  test,
  unprotectedSettings,
} from '@uat/fixtures/installers';

test.describe('identity of a package', () => {
  test(
    'the package can be read to its end',
    covers('ENG-10771', { severity: 'blocker' }),
    async ({ product }) => {
      expect(readingFindings(product)).toHaveNoFindings();
    },
  );

  test(
    'its checksums are those that were published',
    covers('ENG-10771', { severity: 'critical', requires: ['product:sums'] }),
    async ({ product }) => {
      expect(await checksumProblems(product)).toHaveNoFindings();
    },
  );

  test(
    'its checksums are signed by the key that was published',
    covers('ENG-10771', { severity: 'critical', requires: ['product:sums', 'product:signature'] }),
    async ({ product }) => {
      expect(await signatureProblems(product)).toHaveNoFindings();
    },
  );

  test(
    'the key that signs stays valid for a month',
    covers('ENG-10771', { catches: 'F36', requires: ['product:signature'] }),
    async ({ product }) => {
      expect(await signingKeyProblems(product)).toHaveNoFindings();
    },
  );

  test(
    'its list of parts names the product, its version and the files that it brings',
    covers('ENG-10771', { requires: ['product:sbom'] }),
    async ({ product, packaged }) => {
      expect(await sbomProblems(product, await packaged())).toHaveNoFindings();
    },
  );

  test(
    'it says what it is, in which version, and who answers for it',
    covers('ENG-10771', { requires: ['product:whole'] }),
    async ({ packaged }) => {
      expect(metadataFindings(await packaged())).toHaveNoFindings();
    },
  );

  test(
    'it is built for the machine that it is installed on',
    covers('ENG-10771', { severity: 'critical', requires: ['product:whole'] }),
    async ({ packaged }) => {
      expect(architectureFindings(await packaged())).toHaveNoFindings();
    },
  );

  test(
    'it follows the version before it under the same name',
    covers('ENG-10325', { requires: ['product:whole', 'product:previous'] }),
    async ({ packaged }) => {
      expect(successionFindings(await packaged('previous'), await packaged())).toHaveNoFindings();
    },
  );

  test(
    'every file in /etc belongs to the administrator once it is installed',
    covers('ENG-10325', { catches: 'F14', requires: ['product:whole', 'product:package manager'] }),
    async ({ packaged }) => {
      expect(unprotectedSettings(await packaged())).toHaveNoFindings();
    },
  );

  test(
    'nothing in it is writable by a group or by everybody',
    covers('ENG-10771', { catches: 'F18', requires: ['product:whole'] }),
    async ({ packaged }) => {
      expect(openFiles(await packaged())).toHaveNoFindings();
    },
  );

  test(
    'its scripts fetch nothing, delete nothing by a variable and take no lock of others',
    covers('ENG-10771', { requires: ['product:whole'] }),
    async ({ packaged }) => {
      expect(scriptFindings(await packaged())).toHaveNoFindings();
    },
  );
});
