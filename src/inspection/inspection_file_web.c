/* The files of evidence of an inspection. */
#include "inspection/inspection_web.h"

struct reply inspection_file_get(struct request *rq)
{
	return record_file_get(rq, &inspection_pages);
}
