using System.Globalization;
using System.Resources;
using InvoiceSync.Web.Resources;
using InvoiceSync.Web.Shared;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Tests.Web.Shared;

public sealed class PluralsTests
{
    [Theory]
    [InlineData("ro", 1, "la o zi după scadență")]
    [InlineData("ro", 2, "la 2 zile după scadență")]
    [InlineData("ro", 19, "la 19 zile după scadență")]
    [InlineData("ro", 20, "la 20 de zile după scadență")]
    [InlineData("ro", 100, "la 100 de zile după scadență")]
    [InlineData("ro", 101, "la 101 zile după scadență")]
    [InlineData("ro", 0, "la 0 zile după scadență")]
    [InlineData("en", 1, "one day after the last day to pay")]
    [InlineData("en", 30, "30 days after the last day to pay")]
    public void Words_follow_their_number(string language, int count, string expected) => Assert.Equal(expected, new Words(language).Counted("reminders.after", count));

    sealed class Words(string language) : IStringLocalizer<Portal>
    {
        static readonly ResourceManager Texts = new(typeof(Portal));

        public LocalizedString this[string name] => new(name, Texts.GetString(name, new CultureInfo(language))!);

        public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(CultureInfo.InvariantCulture, this[name].Value, arguments));

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
