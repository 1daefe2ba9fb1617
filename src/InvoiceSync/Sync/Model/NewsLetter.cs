using System.Globalization;
using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Sync.News;

namespace InvoiceSync.Sync.Model;

/// <summary>News as a mail to one person, in the company's own words or the standard ones, with the facts filled in.</summary>
static class NewsLetter
{
    public static ComposeMail Of(TellNews news, string company, string person, Uri link, string language)
    {
        var values = Known(company, person, link);
        values["what"] = NewsWords.In(language).Subjects[news.Subject];
        values["open"] = Shown(news.Open);
        if (news.Kind is NewsKind.Failed) values["trouble"] = news.Trouble ?? "";
        else values["done"] = Shown(news.Done);
        return new(news.Kind is NewsKind.Failed ? MailKind.RunFailed : MailKind.RunFinished, language, values);
    }

    public static ComposeMail Of(GetDaySummary.View day, string company, string person, Uri link, string language)
    {
        var culture = NewsWords.In(language).Culture;
        var values = Known(company, person, link);
        values["day"] = day.Day.ToString("d MMMM yyyy", culture);
        values["sales"] = Shown(day.Sales);
        values["totals"] = string.Join(", ", day.Totals.Select(t => Shown(t, culture)));
        values["accepted"] = Shown(day.Accepted);
        values["on_the_way"] = Shown(day.OnTheWay);
        values["refused"] = Shown(day.Refused);
        values["kept"] = day.Kept == 0 ? "" : Shown(day.Kept);
        values["waiting"] = Shown(day.Parked);
        values["waiting_in_all"] = Shown(day.WaitingForPerson);
        return new(MailKind.DaySummary, language, values);
    }

    static Dictionary<string, string> Known(string company, string person, Uri link) => new()
    {
        ["company_name"] = company,
        ["person_name"] = person,
        ["link"] = link.AbsoluteUri,
    };

    static string Shown(int count) => count.ToString(CultureInfo.InvariantCulture);

    static string Shown(Money money, CultureInfo culture) => $"{money.Currency.Round(money.Amount).ToString($"N{money.Currency.Decimals}", culture)} {money.Currency}";
}
