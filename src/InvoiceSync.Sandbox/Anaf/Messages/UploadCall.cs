using InvoiceSync.Sandbox.Anaf.Rules;
using InvoiceSync.Sandbox.Clock;

namespace InvoiceSync.Sandbox.Anaf.Messages;

/// <summary>
/// upload and uploadb2c: what can be refused at the door is refused here, in the authority's words; the rest gets an index
/// and is judged while "in prelucrare".
/// </summary>
sealed class UploadCall(CallLimits limits, Intake intake)
{
    public const int Largest = 10 * 1024 * 1024;

    public AnafAnswer Serve(AnafCall call, bool b2c)
    {
        var (standard, cif) = (call.Text("standard"), call.Text("cif"));
        if (standard is null || cif is null) return AnafAnswer.Bad(400, "Bad Request", "Parametrii standard si cif sunt obligatorii", call.Now);
        if (call.Body.Length == 0) return AnafAnswer.Bad(400, "Bad Request", "Trebuie sa aveti atasat in request un fisier de tip xml", call.Now);
        if (Complaint(call, standard, cif) is { } complaint) return Refuse(call, complaint);

        var reading = Ubl.Read(call.Body, standard);
        if (reading.Refusal is { } unreadable) return Refuse(call, unreadable);
        return Accept(call, intake.Take(call, standard, cif, b2c, reading.Document!));
    }

    string? Complaint(AnafCall call, string standard, string cif)
    {
        if (standard is not ("UBL" or "CN" or "CII" or "RASP")) return "Valorile acceptate pentru parametrul standard sunt UBL, CN, CII sau RASP";
        if (!cif.All(char.IsAsciiDigit)) return $"CIF introdus= {cif} nu este un numar";
        foreach (var (name, words) in (ReadOnlySpan<(string, string)>)[("extern", "extern"), ("autofactura", "autofacturare"), ("executare", "executare")])
            if (call.Text(name) is { } value && value != "DA") return $"Daca parametrul {words} trebuie completat, valoarea acceptata este DA";
        if (!call.Person.HasAny) return "Nu exista niciun CIF pentru care sa aveti drept in SPV";
        if (!call.Person.MayActFor(cif)) return $"Nu aveti drept in SPV pentru CIF={cif}";
        if (call.Text("executare") is not null) return $"CIF introdus= {cif} nu este inregistrat in Registrul RO e-Factura executari silite";
        if (call.Body.Length > Largest) return "Marime fisier transmis mai mare de 10 MB.";
        return standard == "RASP" && !limits.Admits($"rasp/{call.Environment}/{cif}", CallLimits.RaspPerCif)
            ? $"S-au incarcat deja {CallLimits.RaspPerCif} de mesaje de tip RASP pentru cui={cif} in cursul zilei"
            : null;
    }

    static AnafAnswer Accept(AnafCall call, string index) => AnafAnswer.Header(AnafAnswer.UploadNamespace,
        [("dateResponse", Bucharest.Minute(call.Now)), ("ExecutionStatus", "0"), ("index_incarcare", index)]);

    static AnafAnswer Refuse(AnafCall call, string error)
    {
        Intake.NoteRefusal(call, error);
        return AnafAnswer.Header(AnafAnswer.UploadNamespace, [("dateResponse", Bucharest.Minute(call.Now)), ("ExecutionStatus", "1")], error);
    }
}
