namespace InvoiceSync.Sandbox.Anaf.Messages;

/// <summary>stareMesaj: a missing <c>stare</c> is an error of the question, not of the invoice.</summary>
sealed class StateCall(CallLimits limits)
{
    public AnafAnswer Serve(AnafCall call)
    {
        if (call.Text("id_incarcare") is not { } index)
            return AnafAnswer.Bad(400, "Bad Request", "Parametrul id_incarcare este obligatoriu", call.Now);
        if (!index.All(char.IsAsciiDigit)) return Error($"Id_incarcare introdus= {index} nu este un numar intreg");
        // Misspelt by the authority: petru, inteorgare.
        if (!call.Person.HasAny) return Error("Nu exista niciun CIF petru care sa aveti drept");
        if (Documents.Upload(call, index) is not { } upload) return Error($"Nu exista factura cu id_incarcare= {index}");
        if (!call.Person.MayActFor((string)upload["cif"]!)) return Error($"Nu aveti dreptul de inteorgare pentru id_incarcare= {index}");
        if (!limits.Admits($"state/{call.Environment}/{index}", CallLimits.StatesPerMessage))
            return Error($"S-au facut deja {CallLimits.StatesPerMessage} descarcari de mesaj in cursul zilei");

        return call.Milliseconds < (long)upload["ready"]!
            ? State(("stare", "in prelucrare"))
            : State(("stare", (string)upload["verdict"]!), ("id_descarcare", (string)upload["download"]!));
    }

    static AnafAnswer State(params (string, string)[] attributes) => AnafAnswer.Header(AnafAnswer.StateNamespace, attributes);

    static AnafAnswer Error(string words) => AnafAnswer.Header(AnafAnswer.StateNamespace, [], words);
}
