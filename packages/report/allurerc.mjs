// One self-contained page: it opens from a downloaded artifact, without a server and without the network.
export default {
  name: 'Kamiwaza UAT',
  // What Allure's adapter says about itself and the machine; what we say about a test should not drown in it.
  hideLabels: [
    'language',
    'framework',
    'package',
    'titlePath',
    'host',
    'thread',
    'parentSuite',
    'suite',
    'subSuite',
  ],
  plugins: {
    awesome: {
      options: { singleFile: true, reportLanguage: 'en', groupBy: ['epic', 'feature'] },
    },
  },
};
