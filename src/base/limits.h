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
	LIMIT_HOURS_PERIODS = 512, /* periods of working time in one import file */
	LIMIT_FEE_VND = 1000000000, /* the fee of one procedure */
};
