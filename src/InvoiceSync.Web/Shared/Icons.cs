namespace InvoiceSync.Web.Shared;

/// <summary>The portal's icons: 24 × 24 stroke paths, one each.</summary>
static class Icons
{
    public static readonly IReadOnlyDictionary<string, string> Paths = new Dictionary<string, string>
    {
        ["overview"] = "M4 13h6V4H4zM14 20h6V10h-6zM4 20h6v-3H4zM14 6h6V4h-6z",
        ["sales"] = "M6 3h12v18l-3-2-3 2-3-2-3 2zM9.5 8h5M9.5 12h5",
        ["attention"] = "M12 4 2.8 19.5h18.4zM12 10v4M12 17v.01",
        ["stripe"] = "M3 6h18v12H3zM3 10h18M7 15h3",
        ["authority"] = "M3 9.5 12 4l9 5.5zM5 20h14M6.5 10v7M12 10v7M17.5 10v7",
        ["company"] = "M5 21V4h9v17M14 9h5v12M8.5 8h2M8.5 12h2M8.5 16h2M3 21h18",
        ["key"] = "M15 9a4 4 0 1 0-3.4 3.95L14 15.4V18h2.6l1-1 .9.9L21 15.4 14.95 9.4M15 9v.01",
        ["lock"] = "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
        ["activity"] = "M12 21a9 9 0 1 0-8.5-6M12 7v5l3 2M3 19l.5-4 4 .5",
        ["person"] = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0",
        ["product"] = "M12 3 4 7v10l8 4 8-4V7zM4 7l8 4 8-4M12 11v10",
        ["customers"] = "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18 13.6a6.5 6.5 0 0 1 3.5 6.4",
        ["sign-out"] = "M14 4h5v16h-5M10 8l-4 4 4 4M6 12h9",
        ["payment"] = "M3 7h18v11H3zM3 11h18M7 15h3",
        ["ledger"] = "M5 4h13v16H5zM9 4v16M12 9h3M12 13h3",
        ["approval"] = "M5 3h9l5 5v13H5zM14 3v5h5M8.5 14.5l2.5 2.5 4.5-5",
        ["menu"] = "M4 7h16M4 12h16M4 17h16",
        ["close"] = "M6 6l12 12M18 6 6 18",
        ["check"] = "m5 12.5 4.5 4.5L19 7.5",
        ["cross"] = "M7 7l10 10M17 7 7 17",
        ["clock"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5V12l3 2",
        ["send"] = "M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4",
        ["question"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.7 9.5a2.4 2.4 0 1 1 3.3 2.6c-.7.3-1 .8-1 1.6M12 16.8v.01",
        ["pause"] = "M9 6v12M15 6v12",
        ["dash"] = "M7 12h10",
        ["invoice"] = "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
        ["download"] = "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14",
        ["refresh"] = "M20 5v5h-5M4 19v-5h5M19 10a7.5 7.5 0 0 0-13.4-2.4M5 14a7.5 7.5 0 0 0 13.4 2.4",
        ["edit"] = "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
        ["search"] = "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20 20",
        ["filter"] = "M4 6h16M7 12h10M10 18h4",
        ["plus"] = "M12 5v14M5 12h14",
        ["back"] = "m14 6-6 6 6 6",
        ["next"] = "m10 6 6 6-6 6",
        ["swap"] = "m8 9 4-4 4 4M8 15l4 4 4-4",
        ["info"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.6v.01",
        ["sun"] = "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
        ["moon"] = "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
        ["screen"] = "M3 5h18v11H3zM9 20h6M12 16v4",
        ["webhook"] = "M6 17a3 3 0 1 0 3-3M18 17a3 3 0 1 1-3 0H9M12 7a3 3 0 1 0-1 2l-3 5M12 7l3.5 6",
    };
}
