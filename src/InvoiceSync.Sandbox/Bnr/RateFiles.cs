using System.Globalization;
using System.Text;
using System.Xml;
using InvoiceSync.Sandbox.Clock;

namespace InvoiceSync.Sandbox.Bnr;

/// <summary>The national bank's XML files. Today's rates appear shortly after 13:00 in Bucharest, on banking days only.</summary>
sealed class RateFiles(TimeProvider clock)
{
    const string Space = "http://www.bnr.ro/xsd";
    static readonly TimeOnly Fixing = new(13, 0);

    public byte[] TenDays()
    {
        var days = new List<DateOnly>();
        for (var day = Latest(); days.Count < 10; day = day.AddDays(-1))
            if (BankingDays.Has(day)) days.Insert(0, day);
        return Write(days);
    }

    /// <summary>Null for a year without any rates: before 2005, or still to come.</summary>
    public byte[]? Year(int year)
    {
        var latest = Latest();
        if (year < 2005 || year > latest.Year) return null;
        var days = Enumerable.Range(0, 366).Select(new DateOnly(year, 1, 1).AddDays).Where(day => day.Year == year && day <= latest);
        return Write([.. days.Where(BankingDays.Has)]);
    }

    DateOnly Latest()
    {
        var now = Bucharest.At(clock.GetUtcNow()).DateTime;
        var today = DateOnly.FromDateTime(now);
        return TimeOnly.FromDateTime(now) >= Fixing ? today : today.AddDays(-1);
    }

    static byte[] Write(List<DateOnly> days)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("DataSet", Space);
            xml.WriteStartElement("Header", Space);
            xml.WriteElementString("Publisher", Space, "Practice world, in the shape of the National Bank of Romania");
            if (days.Count > 0) xml.WriteElementString("PublishingDate", Space, Iso(days[^1]));
            xml.WriteElementString("MessageType", Space, "DR");
            xml.WriteEndElement();
            xml.WriteStartElement("Body", Space);
            xml.WriteElementString("Subject", Space, "Reference rates");
            xml.WriteElementString("OrigCurrency", Space, "RON");
            foreach (var day in days) WriteDay(xml, day);
        }

        return stream.ToArray();
    }

    static void WriteDay(XmlWriter xml, DateOnly day)
    {
        xml.WriteStartElement("Cube", Space);
        xml.WriteAttributeString("date", Iso(day));
        foreach (var (currency, multiplier, _) in PracticeRates.Quoted)
        {
            xml.WriteStartElement("Rate", Space);
            xml.WriteAttributeString("currency", currency);
            if (multiplier != 1) xml.WriteAttributeString("multiplier", multiplier.ToString(CultureInfo.InvariantCulture));
            xml.WriteString(PracticeRates.On(day, currency).ToString("0.0000", CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
