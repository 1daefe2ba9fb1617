namespace InvoiceSync.Web.Resources;

/// <summary>Names the portal's texts: Portal.resx in English, Portal.ro.resx in Romanian.</summary>
public sealed class Portal;
