using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using InvoiceSync.Sandbox.Anaf.Rules;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Anaf.Messages;

/// <summary>
/// Judges a document as it arrives and stores the verdict with the moment from which it may be known, so uploads are judged
/// strictly in the order of their indexes, however long "processing" takes.
/// </summary>
sealed class Intake(PracticeOptions options)
{
    public string Take(AnafCall call, string standard, string cif, bool b2c, Ubl document)
    {
        var index = Documents.NextIndex(call.Work);
        var key = $"{call.Environment}:{document.SellerCui}:{document.Number}:{document.Issued}";
        var errors = standard is "RASP" ? [] : Verdict(call.Work, cif, document, key);
        var ready = call.Now + options.AnafProcessing;
        var upload = new JsonObject
        {
            ["id"] = index,
            ["created"] = call.Now.ToUnixTimeSeconds(),
            ["environment"] = call.Environment,
            ["cif"] = cif,
            ["standard"] = standard,
            ["b2c"] = b2c,
            ["extern"] = call.Text("extern") is not null,
            ["number"] = document.Number,
            ["issued"] = document.Issued,
            ["seller"] = document.SellerCui,
            ["buyer"] = document.BuyerCui,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(call.Body)),
            ["received"] = call.Now.ToString("O"),
            ["ready"] = ready.ToUnixTimeMilliseconds(),
            ["verdict"] = errors.Count == 0 ? "ok" : "nok",
            ["errors"] = new JsonArray([.. errors.Select(error => JsonValue.Create(error))]),
            // Only an accepted document occupies its number: a refused one legally does not exist.
            ["document"] = errors.Count == 0 && standard != "RASP" ? key : null,
        };
        upload["download"] = Tell(call, upload, ready);
        call.Work.Put(Documents.Uploads, index, upload);
        call.Work.Put(Documents.Bodies, index, new JsonObject { ["xml"] = Convert.ToBase64String(call.Body) });
        return index;
    }

    public static void NoteRefusal(AnafCall call, string error)
    {
        var id = $"r{call.Work.Table(Documents.Refusals).Next}";
        call.Work.Put(Documents.Refusals, id, new JsonObject
        {
            ["id"] = id,
            ["created"] = call.Now.ToUnixTimeSeconds(),
            ["environment"] = call.Environment,
            ["cif"] = call.Text("cif"),
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(call.Body)),
            ["received"] = call.Now.ToString("O"),
            ["error"] = error,
        });
    }

    static List<string> Verdict(Work work, string cif, Ubl document, string key)
    {
        var errors = RuleBook.Check(document).Concat(Register.Check(work, cif, document)).ToList();
        if (errors.Count == 0 && work.Table(Documents.Uploads).Where("document", key) is { Count: > 0 } earlier)
        {
            var first = Work.Parse(earlier[0]);
            errors.Add($"Factura a mai fost transmisa anterior cu index={first["id"]} si data incarcare={Bucharest.Iso(DateTimeOffset.FromUnixTimeSeconds((long)first["created"]!))}");
        }
        return errors;
    }

    string Tell(AnafCall call, JsonObject upload, DateTimeOffset ready)
    {
        var (index, cif, buyer) = ((string)upload["id"]!, (string)upload["cif"]!, (string?)upload["buyer"]);
        if ((string?)upload["standard"] == "RASP") return Forward(call, cif, index, ready);
        var accepted = (string?)upload["verdict"] == "ok";
        var words = accepted
            ? $"Factura cu id_incarcare={index} emisa de cif_emitent={upload["seller"]} pentru cif_beneficiar={buyer}"
            : $"Erori de validare identificate la factura transmisa cu id_incarcare={index}";
        var own = Write(call, cif, index, accepted ? "T" : "E", words, ready);
        if (accepted && buyer is not null && buyer != cif && Cui.IsValid(buyer)) Write(call, buyer, index, "P", words, ready);
        return own;
    }

    // A buyer's word goes to whoever sent the invoice it is about, and stands in the buyer's own list too.
    string Forward(AnafCall call, string cif, string index, DateTimeOffset ready)
    {
        var about = (string?)XElement.Parse(Encoding.UTF8.GetString(call.Body)).Attribute("index_incarcare") ?? "";
        var words = $"Mesaj cumparator cu id_incarcare={index} pentru factura cu id_incarcare={about}";
        var own = Write(call, cif, index, "S", words, ready);
        if (Documents.Upload(call, about) is { } invoice) Write(call, (string)invoice["cif"]!, index, "R", words, ready);
        return own;
    }

    string Write(AnafCall call, string cif, string index, string kind, string words, DateTimeOffset ready)
    {
        var id = Documents.NextMessage(call.Work);
        var visible = ready + options.AnafListLag;
        call.Work.Put(Documents.Messages, id, new JsonObject
        {
            ["id"] = id,
            ["created"] = ready.ToUnixTimeSeconds(),
            ["visible"] = visible.ToUnixTimeMilliseconds(),
            ["environment"] = call.Environment,
            ["cif"] = $"{call.Environment}:{cif}",
            ["index"] = index,
            ["kind"] = kind,
            ["words"] = words,
        });
        return id;
    }
}
