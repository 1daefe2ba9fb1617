namespace InvoiceSync.Connectors.Anaf;

/// <summary>What to do about an OAuth error code, of the token call or of the callback's error= parameter.</summary>
static class SignInHelp
{
    public static string For(string error) => error switch
    {
        "access_denied" =>
            "ANAF saw no usable certificate. Plug in the qualified certificate, check that it is registered in SPV, close every browser window and try again.",
        "invalid_client" =>
            "ANAF does not know this client id and secret. Copy both again from ANAF's page for API registration.",
        "invalid_grant" =>
            "The code or refresh token is used up or too old: a code lives 60 seconds, a refresh token a year. Connect ANAF again with the certificate.",
        "unauthorized_client" =>
            "The application is not registered for e-Factura. On ANAF's page for API registration choose the OAuth profile with the service E-Factura.",
        "invalid_request" or "redirect_uri_mismatch" or "invalid_redirect_uri" =>
            "The callback address differs from the registered one. It must be the same to the letter and begin with https.",
        _ => "ANAF refused the sign-in. Try again; if it stays so, check the application's registration at ANAF.",
    };
}
