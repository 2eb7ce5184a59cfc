#pragma once
/* Limits on everything that an outsider can cause, in one place. Bytes unless the name says otherwise. */
enum {
	ARENA_LIMIT_BYTES = 1 << 30,      /* one arena: past it a bug, not a large input */
	LIMIT_CSV_FILE_BYTES = 256 << 20, /* one import file */
	LIMIT_CSV_ROWS = 200000,          /* contract: rows of one import file */
	LIMIT_CSV_LINE_BYTES = 64 << 10,  /* one logical CSV row */
	LIMIT_CSV_COLUMNS = 64,
	LIMIT_CSV_ERRORS = 1000,   /* errors reported of one file; the rest is counted */
	LIMIT_NAME_CHARS = 500,    /* names of procedures, agencies, people */
	LIMIT_TEXT_CHARS = 4000,   /* reasons, notes, components */
	LIMIT_CODE_CHARS = 64,     /* codes of agencies, procedures, dossiers */
	LIMIT_ENTRY_BYTES = 65535, /* one journal entry: tlog-tiles counts it in 16 bits */
	LIMIT_HTTP_HEAD_BYTES = 16 << 10,
	LIMIT_HTTP_HEADERS = 64,
	LIMIT_HTTP_BODY_BYTES = 64 << 10, /* unless the route says more */
	LIMIT_HTTP_HEAD_SECONDS = 10,     /* absolute, from the first byte */
	LIMIT_HTTP_BODY_SECONDS = 60,
	LIMIT_HTTP_CONNECTIONS = 2000,
	LIMIT_HTTP_CONNECTIONS_PER_ADDRESS = 512,
	LIMIT_HTTP_TARGET_BYTES = 8 << 10, /* path and query as sent */
	LIMIT_HTTP_IDLE_SECONDS = 20,      /* from one reply to the end of the next head */
	LIMIT_HTTP_SEND_SECONDS = 120,     /* one reply, or one piece of a stream */
	LIMIT_HTTP_STOP_SECONDS = 15,      /* requests that run when the server is told to stop */
	LIMIT_HTTP_WORKERS = 256,
	LIMIT_HTTP_DISCARD_BYTES = 1 << 20, /* of a body too large, read to its end to say so */
	HTTP_WORKERS = 32,
	HTTP_IO_THREADS = 2,
	HTTP_CONNECTION_BYTES = 32 << 10, /* the server library's memory of one connection */
	HTTP_WORKER_STACK_BYTES = 256 << 10,
	HTTP_COMPRESS_FROM_BYTES = 1 << 10, /* smaller replies are sent as they are */
	LIMIT_RATE_CLIENTS = 8192,          /* clients whose requests are counted at one moment */
	LIMIT_REQUESTS_BURST = 1200,        /* of one client at once: an office behind one address */
	LIMIT_REQUESTS_PER_HOUR = 216000,   /* 60 a second */
	LIMIT_LOOKUPS_BURST = 60,           /* dossiers by code */
	LIMIT_LOOKUPS_PER_HOUR = 1800,      /* 30 a minute */
	LIMIT_COUNTS_BURST = 120,           /* pages of figures and their lists */
	LIMIT_COUNTS_PER_HOUR = 7200,       /* 2 a second */
	LIMIT_FORM_FIELDS = 128,
	LIMIT_QUERY_CHARS = 200,   /* a search */
	LIMIT_PAGE_ROWS = 50,      /* rows of one page of a list */
	LIMIT_GROUP_COMMANDS = 64, /* commands in one commit */
	LIMIT_AGENCIES = 20000,
	LIMIT_AGENCY_DEPTH = 8,
	LIMIT_ALLOWANCE = 3650,     /* days, months or hours of one deadline */
	LIMIT_RETURN_CHARS = 2000,  /* the page a setting returns to */
	LIMIT_JSON_DEPTH = 32,      /* objects and arrays in each other */
	LIMIT_JSON_KEYS = 256,      /* names in the objects that are open at one moment */
	LIMIT_SESSIONS = 4,         /* sessions of one working day */
	LIMIT_WORK_PERIODS = 256,   /* periods of validity in one agency's working time */
	LIMIT_SPECIAL_DAYS = 20000, /* holidays and swapped days of one list */
	LIMIT_PAUSES = 64,          /* supplements of one dossier */
	LIMIT_SLUG_CHARS = 120,     /* a title in an address */
	LIMIT_QUERY_WORDS = 16,     /* words of a search; the rest is not looked at */
	LIMIT_NOTE_CHARS = 1000, /* where a row comes from, results, reasons of corrections: with two texts of
				    LIMIT_TEXT_CHARS they still fit into LIMIT_ENTRY_BYTES */
	LIMIT_OWN_HOURS = 64, /* agencies with working time of their own: each costs a calendar in memory */
	LIMIT_HOURS_PERIODS = 512,      /* periods of working time in one import file */
	LIMIT_FEE_VND = 1000000000,     /* the fee of one procedure */
	LIMIT_GRANTS = 32,              /* roles of one account */
	LIMIT_DELEGATION_DAYS = 183,    /* of one delegation: half a year; longer is a role of one's own */
	LIMIT_PEOPLE_FILE = 2000,       /* accounts of one file: a hash each, minutes of work */
	LIMIT_PEOPLE_PAGE = 100,        /* the same on a page: whoever sent it waits for seconds */
	LIMIT_PEOPLE_CSV_CHARS = 40000, /* of the file on a page */
	LIMIT_PASSWORD_BYTES = 512,
	PASSWORD_CHARS = 14,          /* domain.md 9.2, without a second factor */
	PASSWORD_CHARS_WITH_CODE = 8, /* with one */
	PASSWORDS_REMEMBERED = 10,
	ADMINISTRATOR_PASSWORD_DAYS = 60, /* "every 2 months" */
	LIMIT_SIGNIN_FAILURES = 5,
	LOCK_FIRST_S = 12 * 3600, /* domain.md 9.2: 12 hours to 30 days */
	LOCK_LONGEST_S = 30 * 24 * 3600,
	ACCOUNT_UNUSED_DAYS = 45,
	SESSION_IDLE_S = 15 * 60,
	SESSION_IDLE_ADMINISTRATOR_S = 5 * 60,
	SESSION_LONGEST_S = 12 * 3600,        /* however busy it is: a working day */
	SESSION_TOUCH_S = 30,                 /* how late "last used" may be: spares a write a request */
	LIMIT_HASHES = 4,                     /* passwords hashed at one moment: each takes 64 MiB */
	AUDIT_SHOWN = 20,                     /* newest entries on a page */
	LIMIT_OFFICIAL_COLUMNS = 16,          /* of a table in an official document */
	LIMIT_OFFICIAL_ROWS = 5000,           /* of such a table */
	LIMIT_OFFICIAL_BLOCKS = 5000,         /* paragraphs and tables of a document */
	LIMIT_OFFICIAL_LINES = 300,           /* recipients, copies, legal bases, annexes */
	LIMIT_OFFICIAL_TEXT_BYTES = 64 << 10, /* of one paragraph or cell */
	LIMIT_TEMPLATE_BYTES = 8 << 20, /* a template of documents, as a file and each text in it unpacked */
	LIMIT_TEMPLATE_ENTRIES = 256,   /* files in its zip */
	LIMIT_OFFICIAL_SIGNATURES = 8,
};

/* Of records: plans, inspections, reports, score sheets. */
enum {
	LIMIT_RECORD_FIELDS = 64,        /* fields of one kind of record: sets of them are bits */
	LIMIT_RECORD_EVENTS = 2000,      /* steps of one record */
	LIMIT_RECORD_LINES_CHARS = 8000, /* one text of several lines in a record */
	LIMIT_RECORD_COUNT = 1000000000,
	LIMIT_RECORDS_LISTED = 5000,
};

/* Of periodic reports. */
enum {
	LIMIT_REPORT_REGIMES = 500,   /* versions of all regimes */
	LIMIT_REPORT_SECTIONS = 24,   /* of an outline */
	LIMIT_REPORT_VERSIONS = 20,   /* submissions of one report */
	LIMIT_REPORT_AMENDMENTS = 50, /* of one report */
	LIMIT_REPORTS_A_YEAR = 20000, /* obligations of a year that a page counts */
	FIRST_REPORT_YEAR = 1990,
	LAST_REPORT_YEAR = 2190, /* periods and due days of it lie within the calendar */
};

/* Of plans of reform and of inspections. */
enum {
	LIMIT_PLAN_TASKS = 300,
	LIMIT_PLAN_UNITS = 400, /* to be inspected in one year */
	LIMIT_PLAN_BODIES = 30, /* agencies that send people into a team */
	LIMIT_PLAN_WAITING = 500,
	LIMIT_PLAN_YEARS = 40, /* to choose from in a list */
};

/* Of feedback (phản ánh, kiến nghị). */
enum {
	LIMIT_FEEDBACK_TITLE_CHARS = 200,
	LIMIT_FEEDBACK_TEXT_CHARS = 6000,
	LIMIT_FEEDBACK_NOTE_CHARS = 2000,
	LIMIT_FEEDBACK_WORDS_CHARS = 1000, /* beside a rating */
	LIMIT_FEEDBACK_REPLIES = 8,        /* supplements of one */
	LIMIT_FEEDBACK_MERGED = 500,       /* others that repeat one */
	LIMIT_FEEDBACK_BURST = 10,         /* sent by one client at once: a family, a village office */
	LIMIT_FEEDBACK_PER_HOUR = 30,
	LIMIT_FEEDBACK_ALL_BURST = 200, /* by everybody: what an office can still read */
	LIMIT_FEEDBACK_ALL_PER_HOUR = 1200,
	LIMIT_FEEDBACK_KEY_BURST =
		20, /* looks at one code: its sender comes back some times, a key is not guessed */
	LIMIT_FEEDBACK_KEY_PER_HOUR = 60,
};

/* Of the scoring of reform results. */
enum {
	LIMIT_SCORE_COMPONENTS = 160, /* of one set of criteria */
	LIMIT_SCORE_AREAS = 12,
	LIMIT_SCORE_AREA_COMPONENTS = 40, /* of one area: they stand in one form */
	LIMIT_SCORE_STEPS = 8,            /* steps of one formula */
	LIMIT_SCORE_POINTS = 100,         /* whole points of one component, of all bonuses of a sheet */
	LIMIT_SCORE_EXTRAS = 40,          /* bonuses and penalties of one sheet */
	LIMIT_SCORE_SETS = 200,           /* versions of sets of criteria */
};

/* Of articles and the Markdown in them. */
enum {
	LIMIT_ARTICLE_BODY_CHARS = 40000,
	LIMIT_ARTICLE_TITLE_CHARS = 300,
	LIMIT_ARTICLE_LEAD_CHARS = 1200,
	LIMIT_ARTICLE_SLUG_CHARS = LIMIT_SLUG_CHARS + 20, /* with a number behind it */
	LIMIT_ARTICLE_LINE_CHARS = 300, /* an alternative text, a caption, an author, a source */
	LIMIT_ARTICLE_PICTURES = 40,    /* numbers given in one article, removed ones too */
	LIMIT_ARTICLE_FILES = 20,
	LIMIT_ARTICLE_SLUGS = 20,     /* addresses that one article had */
	LIMIT_ARTICLE_NOTES = 40,     /* corrections of one article */
	LIMIT_MARKDOWN_DEPTH = 16,    /* lists, quotations, emphasis in each other */
	LIMIT_MARKDOWN_STEPS = 60000, /* pieces of one text */
	LIMIT_MARKDOWN_LINKS = 200,
	LIMIT_MARKDOWN_FINDINGS = 60, /* shown of one text */
};

/* Of pictures that people send for the portal. */
enum {
	LIMIT_PICTURE_BYTES = 10 << 20,   /* as sent: LIMIT_RECORD_FILE_BYTES */
	LIMIT_PICTURE_SIDE = 12000,       /* pixels */
	LIMIT_PICTURE_PIXELS = 24000000,  /* decoded: 96 MB, as much again while a progressive JPEG is read */
	LIMIT_PICTURE_ASPECT = 4,         /* the longer side by the shorter one */
	LEAST_PICTURE_SIDE = 32,          /* pixels; what is smaller is no picture for people */
	LIMIT_PICTURE_PARTS = 20000,      /* segments of a JPEG, chunks of a PNG or WebP */
	LIMIT_PICTURE_SCANS = 32,         /* of a progressive JPEG: each goes over all its pixels */
	LIMIT_PICTURE_EXIF_FIELDS = 1024, /* looked at for the one that says how the camera was held */
	LIMIT_PICTURE_DECODES = 2,        /* at one moment */
};

/* Of what visitors without an account do: visits are counted, articles get stars. */
enum {
	LIMIT_VISITORS = 16384,       /* clients that are remembered at one moment; the quietest goes first */
	VISIT_QUIET_S = 30 * 60,      /* the next page after that is a new visit */
	VISIT_NOW_S = 5 * 60,         /* who was seen within is here now */
	VISIT_SNAPSHOT_S = 5,         /* how old shown numbers may be; how much a crash may lose */
	LIMIT_VISIT_ROBOTS = 64,      /* words that tell robots */
	LIMIT_USER_AGENT_BYTES = 512, /* of what a browser calls itself; the rest is not looked at */
	VISITOR_FORM_S = 2 * 3600,    /* how long a page that asks to confirm may stand open */
	LIMIT_VOTES_BURST = 30,       /* anonymous votes of one address: an office behind it */
	LIMIT_VOTES_PER_HOUR = 120,
	LIMIT_VOTES_A_DAY = 50000, /* of all articles; past it votes wait for tomorrow */
};

/* Of files that people send with a form. */
enum {
	LIMIT_MULTIPART_PARTS = 128,
	LIMIT_MULTIPART_HEAD_BYTES = 4 << 10,   /* of one part */
	LIMIT_MULTIPART_NAME_BYTES = 1024,      /* of a field's or a file's name */
	LIMIT_MULTIPART_TEXT_BYTES = 512 << 10, /* all parts that are no files */
	LIMIT_FILE_NAME_CHARS = 120,
	LIMIT_RECORD_FILE_BYTES = 10 << 20,        /* one file of evidence */
	HTTP_LARGE_BODY_BYTES = 1 << 20,           /* bodies from here on are counted: */
	LIMIT_HTTP_LARGE_BODIES = 12,              /* at one moment; each takes up to three times its size */
	LIMIT_HTTP_LARGE_DISCARD_BYTES = 64 << 20, /* on routes that take such bodies: read, not kept */
	LIMIT_HTTP_LARGE_BODY_TIMES = 3,           /* the time that other bodies get */
};

/* Of the index of public pages. */
enum {
	LIMIT_SEARCH_WORD_BYTES = 40,        /* of a word; what follows is not looked at */
	LIMIT_SEARCH_TOKENS = 8000,          /* words of one title, summary or body that are found */
	LIMIT_SEARCH_CANDIDATES = 1000,      /* documents of the rarest word of a query that are looked at */
	LIMIT_SEARCH_RANKED = 100,           /* of them, whose titles are read to put the best first */
	LIMIT_SEARCH_IDEAS = 8,              /* completions of what was typed so far */
	LIMIT_SEARCH_IDEA_WORDS = 40,        /* words looked at for them */
	LIMIT_SEARCH_CORRECTED = 4,          /* words of one query that are corrected */
	LIMIT_EXCERPT_CHARS = 240,           /* of a text that was found */
	LIMIT_EXCERPT_SCAN_BYTES = 32 << 10, /* where the first word for it is looked for */
};

/* Of official documents. */
enum {
	LIMIT_LEGAL_FILES = 20,                  /* of one document */
	LIMIT_LEGAL_TEXT_CHARS = 14000,          /* of its full text: an entry holds three bytes for each */
	LIMIT_LEGAL_CITES = 20,                  /* documents that one replaces, and that it amends */
	LIMIT_LEGAL_CHOICES = 200,               /* issuers, fields, years to choose from in a list */
	LIMIT_LEGAL_NEWEST = 10,                 /* documents in the box of the newest ones */
	LIMIT_LEGAL_FILE_TEXT_BYTES = 256 << 10, /* words of its files that are searched */
	LIMIT_LEGAL_LINKED = 50,                 /* documents shown as replacing or amending one */
};

/* Of pages that are kept finished (http/kept.h). */
enum {
	LIMIT_KEPT_PAGES = 4096,
	LIMIT_KEPT_BYTES = 48 << 20,     /* all of them, with their compressed forms */
	LIMIT_KEPT_PAGE_BYTES = 1 << 20, /* a larger one is made each time */
	LIMIT_KEPT_QUERY_BYTES = 512,
};

/* Of pages about agencies. */
enum {
	LIMIT_CONTACTS = 20000,       /* one for each agency */
	LIMIT_OFFICES_SHOWN = 1000,   /* of one list; the rest is found by searching */
	LIMIT_OFFICE_PROCEDURES = 12, /* on the page of an agency; the rest is in the catalogue */
};

/* Of feeds, maps of the site and open data. */
enum {
	LIMIT_FEED_ENTRIES = 50,
	LIMIT_SITEMAP_URLS = 50000, /* sitemaps.org: of one file */
	LIMIT_DATASET_ROWS = 100000,
	LIMIT_DATASET_BYTES = 32 << 20,
};
