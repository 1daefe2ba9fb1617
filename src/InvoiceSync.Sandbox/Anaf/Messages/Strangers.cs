using System.Globalization;
using System.Text;
using System.Xml.Linq;
using InvoiceSync.Sandbox.Anaf.Access;
using InvoiceSync.Sandbox.Anaf.Rules;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Anaf.Messages;

/// <summary>Other companies of the practice world: one sends an invoice to a company, a customer writes about one it got. Both go the way every upload goes.</summary>
sealed class Strangers(PracticeOptions options)
{
    public const string Supplier = "1234567897";

    readonly Intake intake = new(options);

    public string Invoice(Work work, string environment, string buyer, string number, decimal net, DateTimeOffset now)
    {
        var xml = Encoding.UTF8.GetBytes(SupplierInvoice.Of(number, Supplier, buyer, net, now));
        return Take(work, environment, "UBL", Supplier, xml, now);
    }

    /// <summary>Null when the company has sent nothing a customer could write about.</summary>
    public string? Letter(Work work, string environment, string seller, string text, DateTimeOffset now)
    {
        var uploads = work.Table(Documents.Uploads).Where("verdict", "ok");
        for (var i = uploads.Count - 1; i >= 0; i--)
        {
            var upload = Work.Parse(uploads[i]);
            if ((string?)upload["cif"] != seller || (string?)upload["environment"] != environment || (string?)upload["standard"] == "RASP") continue;
            var letter = new XElement(XName.Get("header", "mfp:anaf:dgti:spv:reqMesaj:v1"), new XAttribute("index_incarcare", (string)upload["id"]!), new XAttribute("message", text));
            return Take(work, environment, "RASP", (string?)upload["buyer"] ?? Supplier, Encoding.UTF8.GetBytes(letter.ToString()), now);
        }

        return null;
    }

    public static string NextNumber(Work work) => string.Create(CultureInfo.InvariantCulture, $"FURN-{work.Table(Documents.Uploads).Next + 1}");

    string Take(Work work, string environment, string standard, string cif, byte[] xml, DateTimeOffset now)
    {
        var reading = Ubl.Read(xml, standard);
        if (reading.Document is not { } document) throw new FormatException(reading.Refusal);
        return intake.Take(new AnafCall(work, environment, new Person("1234AA456", null), QueryCollection.Empty, xml, now), standard, cif, b2c: false, document);
    }
}
