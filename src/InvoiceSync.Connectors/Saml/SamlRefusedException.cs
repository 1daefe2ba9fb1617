namespace InvoiceSync.Connectors.Saml;

/// <summary>Ends the reading of a message that is not to be trusted. It stays inside this folder: the doors answer with a record.</summary>
sealed class SamlRefusedException(SamlFault fault) : Exception($"The SAML message was refused: {fault}.")
{
    public SamlFault Fault => fault;

    public static void Unless(bool fact, SamlFault fault)
    {
        if (!fact) throw new SamlRefusedException(fault);
    }
}
