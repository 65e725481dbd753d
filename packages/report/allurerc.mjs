// One self-contained page: it opens from a downloaded artifact, without a server and without the network.
export default {
  name: 'Kamiwaza UAT',
  plugins: {
    awesome: {
      options: { singleFile: true, reportLanguage: 'en', groupBy: ['epic', 'feature'] },
    },
  },
};
