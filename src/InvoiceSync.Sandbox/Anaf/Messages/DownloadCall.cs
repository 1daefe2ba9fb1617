using System.IO.Compression;
using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.Anaf.Messages;

/// <summary>descarcare: a ZIP with the invoice (or the error file) and the ministry's detached signature.</summary>
sealed class DownloadCall(CallLimits limits)
{
    const string Title = "Descarcare mesaj";
    static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    public AnafAnswer Serve(AnafCall call)
    {
        if (call.Text("id") is not { } id) return AnafAnswer.Bad(400, "Bad Request", "Parametrul id este obligatoriu", call.Now);
        if (!id.All(char.IsAsciiDigit)) return AnafAnswer.Error($"Id descarcare introdus= {id} nu este un numar intreg", Title);
        if (Documents.Message(call, id) is not { } message || call.Milliseconds < (long)message["created"]! * 1000)
            return AnafAnswer.Error($"Pentru id={id} nu exista inregistrata nici o factura", Title);
        if (!call.Person.MayActFor(((string)message["cif"]!).Split(':')[1]))
            return AnafAnswer.Error("Nu aveti dreptul sa descarcati acesta factura", Title);
        if (call.Now.ToUnixTimeSeconds() - (long)message["created"]! > Kept.TotalSeconds)
            return AnafAnswer.Error("Fisierul nu mai poate fi descarcat pentru ca a trecut perioada de 60 de zile in care este disponibil", Title);
        if (!limits.Admits($"download/{call.Environment}/{id}", CallLimits.DownloadsPerMessage))
            return AnafAnswer.Error($"S-au facut deja {CallLimits.DownloadsPerMessage} descarcari de mesaj in cursul zilei", Title);

        var index = (string)message["index"]!;
        var upload = Documents.Upload(call, index)!;
        var file = (string?)upload["verdict"] == "ok"
            ? Convert.FromBase64String((string)call.Work.Find(Documents.Bodies, index)!["xml"]!)
            : ErrorFile(upload);
        return new AnafAnswer(200, "application/zip", Zip((index + ".xml", file), ($"semnatura_{index}.xml", MinistrySignature.Over(file, call.Now))));
    }

    static byte[] ErrorFile(JsonObject upload) => AnafAnswer.Xml(AnafAnswer.ErrorNamespace,
        [("Index_incarcare", (string)upload["id"]!), ("Cif_emitent", (string)upload["cif"]!)],
        "Error", [.. upload["errors"]!.AsArray().Select(error => (string)error!)]);

    static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        return stream.ToArray();
    }
}
